import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { BacklogPage, Code } from '@motcua/contracts';
import { CursorInstant, encodeCursor, parseCursor } from '@motcua/http';
import { inTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { requireUnit } from '../../http/unit-access.ts';
import { ReferenceData } from '../../reference/reference-data.ts';
import { listBacklog } from './list-backlog.query.ts';

const BacklogParameters = z.object({
  unit: Code.describe('Unit whose subtree is listed.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Dossiers a page.'),
});
const Position = z.strictObject({ receivedAt: CursorInstant, dossierId: z.uuid() });

@ApiTags('backlog')
@Controller('v1/backlog')
export class BacklogController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ReferenceData) private readonly data: ReferenceData,
  ) {}

  @Get()
  @Requires('documents.read')
  @ApiOperation({ summary: 'What is still to scan in a unit’s subtree, oldest first, with its age' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: BacklogPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: BacklogParameters }) { unit, cursor, limit }: z.infer<typeof BacklogParameters>,
  ): Promise<BacklogPage> {
    requireUnit(this.data, actor, unit);
    const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
    const now = Date.now();
    const { count, dossiers, next } = await inTransaction(
      this.pool,
      (transaction) => listBacklog(transaction, { unit, after, limit, now }),
      { isolation: 'repeatable read', readOnly: true },
    );
    return { unit, asOf: new Date(now).toISOString(), count, dossiers, next: next === null ? null : encodeCursor(next) };
  }
}
