import { Requires } from '@motcua/access';
import { ImportSessionClocks } from '@motcua/contracts';
import { POOL } from '@motcua/service';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { findSessionClocks } from './session-clocks.ts';

@ApiTags('import-sessions')
@Controller('v1/import-sessions')
export class SessionClocksController {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Get(':id/clocks')
  @Requires('log.follow')
  @ApiOperation({
    summary: 'Whether the clocks of an import session have been let go, and every cause that follows is published',
  })
  @ApiResponse({ status: 200, description: 'How they stand.', standardSchema: ImportSessionClocks })
  find(@Param('id', { schema: z.uuid() }) id: string): Promise<ImportSessionClocks> {
    return findSessionClocks(this.pool, id);
  }
}
