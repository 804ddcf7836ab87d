import { Requires } from '@motcua/access';
import { ClocksVerification } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { verifyClocks } from './verify-clocks.query.ts';

const COMPARE_TIMEOUT_MS = 15 * 60_000;

@ApiTags('operation')
@Controller('v1/clocks/verification')
@Requires('operate')
export class VerifyController {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Compares open clocks and their dues with what the event table says' })
  @ApiResponse({ status: 200, description: 'Every difference.', standardSchema: ClocksVerification })
  verify(): Promise<ClocksVerification> {
    const options = { isolation: 'repeatable read', readOnly: true, timeoutMs: COMPARE_TIMEOUT_MS } as const;
    return inTransaction(this.pool, verifyClocks, options);
  }
}
