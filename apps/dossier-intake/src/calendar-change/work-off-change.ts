import type { WorkingCalendar } from '@motcua/calendar';
import type { Logger } from '@motcua/observability';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { addToPlan, closePlan, countByUnit, finish, listPlanned, type PendingChange } from './calendar-change.store.ts';
import { redateBatch } from './redate-batch.ts';
import { scanMoves } from './scan-moves.ts';

export interface WorkParts {
  /** Of the worker's own, so that counters never wait for a connection it has: two are enough, and it ends them. */
  readonly pool: Pool;
  readonly data: ReferenceData;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit of events. */
  readonly onAppended: () => void;
}

/** The dossiers of a transaction: what the relay passes on in one go, and far less than what a transaction may last. */
const BATCH = 200;
/**
 * Before anybody is counted every instance gets this long to learn of the new version and to commit what it decided under the old
 * one: what is received later has the new version, what was received before is found.
 */
const SETTLE_MS = 2_000;

/** Plans a change of a calendar unless that was done, and re-dates what is planned. After a stop it goes on where it was. */
export async function workOffChange(
  parts: WorkParts,
  change: PendingChange,
  calendar: WorkingCalendar,
  signal: AbortSignal,
): Promise<void> {
  const { pool, logger } = parts;
  const { calendarId, version } = change;
  if (change.state === 'planning') {
    await sleep(Math.max(0, SETTLE_MS - change.ageMs), undefined, { signal });
    await plan(parts, change, calendar, signal);
  }
  const { done, skipped } = await redateAll(parts, change, calendar, signal);
  await finish(toTransaction(pool), change);
  logger.info({ calendar: calendarId, version, done, skipped }, 'the open dossiers follow the calendar');
}

async function plan(parts: WorkParts, change: PendingChange, calendar: WorkingCalendar, signal: AbortSignal): Promise<void> {
  const { pool, data, now } = parts;
  for await (const moves of scanMoves(pool, { data, now: now(), calendar })) {
    signal.throwIfAborted();
    if (moves.length === 0) continue;
    const dossiers = moves.map(({ before }) => ({ dossierId: before.id, unit: before.responsible.code }));
    await inTransaction(pool, (transaction) => addToPlan(transaction, change, dossiers));
  }
  await closePlan(toTransaction(pool), change);
}

async function redateAll(
  { pool, data, now, onAppended }: WorkParts,
  change: PendingChange,
  calendar: WorkingCalendar,
  signal: AbortSignal,
): Promise<{ done: number; skipped: number }> {
  const reads = toTransaction(pool);
  const unitDossiers = await countByUnit(reads, change);
  const counted = { done: 0, skipped: 0 };
  for (;;) {
    signal.throwIfAborted();
    const ids = await listPlanned(reads, change, BATCH);
    if (ids.length === 0) return counted;
    const { done, skipped } = await redateBatch(pool, change, ids, { data, now: now(), calendar, unitDossiers });
    counted.done += done.length;
    counted.skipped += skipped.length;
    if (done.length > 0) onAppended();
  }
}
