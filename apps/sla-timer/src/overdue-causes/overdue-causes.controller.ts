import { may, Requires } from '@motcua/access';
import { CurrentActor, identityOf, type Actor } from '@motcua/auth';
import { Code, CorrectOverdueCause, OverdueCauseCode, OverdueCauseRecord } from '@motcua/contracts';
import {
  answerOnce,
  applyAnswer,
  CursorInstant,
  encodeCursor,
  IdempotencyKey,
  parseCursor,
  toIdempotentRequest,
} from '@motcua/http';
import type { Relay } from '@motcua/outbox';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { POOL, RELAY } from '@motcua/service';
import { Body, Controller, Get, Inject, Param, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { lockToFire } from '../outbox/order-locks.ts';
import { DossierId } from '../http/dossier-id.schema.ts';
import { notOverdue } from '../http/problems.ts';
import { requireDossier, requireUnit } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { getPlace } from '../worklist/worklist.service.ts';
import { correctCause } from './correct-cause.ts';
import { findCause, listCauses } from './list-causes.query.ts';
import { CauseReasonStore } from './cause-reason.store.ts';

const OverdueCauseParameters = z.object({
  unit: Code.describe('Unit whose subtree is listed.'),
  cause: OverdueCauseCode.optional().describe('Only overdue causes of this kind.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Overdue causes a page.'),
});
const OverdueCausePage = z
  .object({
    unit: z.string(),
    count: z.number().int().describe('How many there are in all, not in this page.'),
    byCause: z.partialRecord(OverdueCauseCode, z.number().int()).describe('The same by cause.'),
    overdueCauses: z.array(OverdueCauseRecord),
    next: z.string().nullable().describe('Cursor of the next page; null: this is the last.'),
  })
  .describe('A page of overdue causes.')
  .meta({ id: 'OverdueVerdictPage' });
const Position = z.strictObject({ since: CursorInstant, dossierId: z.uuid() });

@ApiTags('overdue causes')
@Controller('v1')
export class OverdueCausesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ReferenceData) private readonly data: ReferenceData,
    @Inject(RELAY) private readonly relay: Relay,
    @Inject(CauseReasonStore) private readonly reasons: CauseReasonStore,
  ) {}

  @Get('overdue-causes')
  @Requires('overdue-causes.read')
  @ApiOperation({ summary: 'Why dossiers of a unit’s subtree were, or were shown, overdue' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: OverdueCausePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: OverdueCauseParameters }) { unit, cause, cursor, limit }: z.infer<typeof OverdueCauseParameters>,
  ): Promise<z.infer<typeof OverdueCausePage>> {
    requireUnit(this.data, actor, 'overdue-causes.read', unit);
    const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
    const scope = { unit, subtree: this.data.listSubtree(unit), cause };
    const read = (transaction: Transaction) => listCauses(transaction, scope, { after, limit });
    const { byCause, overdueCauses, next } = await inTransaction(this.pool, read, {
      isolation: 'repeatable read',
      readOnly: true,
    });
    const count = Object.values(byCause).reduce((sum, it) => sum + it, 0);
    return { unit, count, byCause, overdueCauses, next: next === null ? null : encodeCursor(next) };
  }

  @Get('dossiers/:id/overdue-cause')
  @Requires('overdue-causes.read')
  @ApiOperation({ summary: 'Why a dossier was, or was shown, overdue, and what the rule compared' })
  @ApiResponse({ status: 200, description: 'The overdue cause.', standardSchema: OverdueCauseRecord })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: DossierId }) id: string): Promise<OverdueCauseRecord> {
    return inTransaction(this.pool, async (transaction) => {
      const place = await getPlace(transaction, id);
      requireDossier(this.data, actor, 'overdue-causes.read', place);
      const overdueCause = await getCause(transaction, id);
      const paths = [place.path, this.data.findPath(place.handlingUnit, Date.now())];
      const mayRead = paths.some((path) => may(actor, 'applicants.read', path));
      const reasonText = mayRead
        ? await this.reasons.find(transaction, { dossierId: id, judgement: overdueCause.judgement })
        : undefined;
      return { ...overdueCause, ...(reasonText === undefined ? {} : { reasonText }) };
    });
  }

  @Put('dossiers/:id/overdue-cause')
  @Requires('dossiers.correct')
  @ApiOperation({ summary: 'The head corrects the cause, with a reason' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key and body get the same answer.' })
  @ApiResponse({ status: 200, description: 'The overdue cause as it stands now.', standardSchema: OverdueCauseRecord })
  async correct(
    @Param('id', { schema: DossierId }) id: string,
    @Body({ schema: CorrectOverdueCause }) body: CorrectOverdueCause,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const path = `/v1/dossiers/${id}/overdue-cause`;
    const request = toIdempotentRequest({ actor: identityOf(actor), key, method: 'PUT', path, body });
    const answer = await inTransaction(this.pool, async (transaction) => {
      await transaction.query(lockToFire);
      return answerOnce(transaction, request, async () => {
        const { data, reasons } = this;
        await correctCause({ transaction, data, reasons }, actor, id, body);
        // Without the reason in words: the answer is stored.
        return { status: 200, body: await getCause(transaction, id) };
      });
    });
    this.relay.wake();
    return applyAnswer(reply, answer);
  }
}

/** @throws ProblemError 404 `overdue-cause.none` */
async function getCause(transaction: Transaction, id: string): Promise<OverdueCauseRecord> {
  const overdueCause = await findCause(transaction, id);
  if (overdueCause === undefined) throw notOverdue();
  return overdueCause;
}
