import { Accepts, CurrentActor, requireTask, type Actor } from '@motcua/auth';
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
  @Accepts('people', 'sources')
  @ApiOperation({
    summary: 'Whether the clocks of an import session have been let go, and every cause that follows is published',
  })
  @ApiResponse({ status: 200, description: 'How they stand.', standardSchema: ImportSessionClocks })
  find(@Param('id', { schema: z.uuid() }) id: string, @CurrentActor() actor: Actor): Promise<ImportSessionClocks> {
    requireTask(actor, 'follow-log');
    return findSessionClocks(this.pool, id);
  }
}
