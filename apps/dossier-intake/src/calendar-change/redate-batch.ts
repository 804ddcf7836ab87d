import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { toDossierRow } from '../dossiers/dossier-row.ts';
import { appendEventRows, findDossiers, putDossierRows } from '../dossiers/dossier.store.ts';
import { toEventRow, type EventRow } from '../dossiers/event-row.ts';
import { toLiveIdentity } from '../dossiers/publish-dossier.ts';
import { toLedger } from '../dossiers/to-ledger.ts';
import { listStillPlanned, markWorkedOff, type Change, type WorkedOff } from './calendar-change.store.ts';
import { findMove, type Move, type MoveParts } from './find-move.ts';

/** Who re-dated, in the history of a dossier. */
const actor = 'calendar-change';

/** Somebody may have a dossier in hand: then the batch is tried again later, and a stop does not wait for it for ever. */
const TIMEOUT_MS = 5_000;

export interface BatchParts extends MoveParts {
  /** How many dossiers the change moves, by responsible unit. */
  readonly unitDossiers: ReadonlyMap<string, number>;
}

/**
 * Re-dates planned dossiers in one transaction, under their locks. What is decided is decided afresh: a dossier that has ended, or was
 * moved in another way, since it was planned is skipped; one that another instance re-dated is not touched.
 */
export function redateBatch(pool: Pool, change: Change, ids: readonly string[], parts: BatchParts): Promise<WorkedOff> {
  const work = async (transaction: Transaction): Promise<WorkedOff> => {
    await lockDossiers(transaction, ids);
    const planned = await listStillPlanned(transaction, change, ids);
    const dossiers = await findDossiers(transaction, planned);
    const moves = planned
      .map((id) => dossiers.get(id))
      .map((dossier) => (dossier === undefined ? undefined : findMove(parts, dossier)))
      .filter((move) => move !== undefined);
    if (moves.length > 0) {
      await appendEventRows(
        transaction,
        moves.map((move) => toRow(move, parts)),
      );
      await putDossierRows(
        transaction,
        moves.map(({ event, after }) => toDossierRow(after, event)),
      );
    }
    const done = moves.map(({ after }) => after.id);
    const skipped = planned.filter((id) => !done.includes(id));
    await markWorkedOff(transaction, change, { done, skipped });
    return { done, skipped };
  };
  return inTransaction(pool, work, { timeoutMs: TIMEOUT_MS });
}

function toRow({ before, event, after }: Move, { data, calendar, unitDossiers }: BatchParts): EventRow {
  const calendarChange = {
    id: calendar.id,
    version: calendar.version,
    // Who became responsible after the plan was made is told of this one.
    unitDossiers: unitDossiers.get(after.responsible.code) ?? 1,
    ledgerBefore: toLedger(before, data.findCalendar(before.setting.calendar)),
    ledgerAfter: toLedger(after, calendar),
  };
  return toEventRow(event, after, toLiveIdentity(after), actor, { calendarChange });
}
