import { toTransaction, inTransaction, readClock } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { LogGate } from '../dossiers/log-gate.ts';
import type { NotificationPlanner, PlannedNotices } from '../planning/notification-planner.ts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';
import { hasLapsed, takeLapsed, type LapsedProposal } from './pending-proposal.store.ts';
import { toDecided } from '../events/to-proposal-news.ts';

export interface LapseParts {
  readonly pool: Pool;
  readonly planner: NotificationPlanner;
  readonly gate: LogGate;
}

/** The clocks of two machines differ a little: a decision of the last minute is recorded by the other one. */
const GRACE_MS = 60_000;

/**
 * Notifies whoever proposed something that its term has passed. What was decided in time and is still to be read would be announced as lapsed,
 * so the log must have been read up to the moment at which this was first wanted.
 *
 * @param wantedAt as the last call answered it, where that waited for the log
 * @returns who was notified; or since when (epoch ms of the database's clock) it waits for the log
 */
export async function planLapsed(
  { pool, planner, gate }: LapseParts,
  wantedAt?: number,
): Promise<{ readonly planned?: PlannedNotices; readonly wantedAt?: number }> {
  const database = toTransaction(pool);
  const before = wantedAt ?? (await readClock(database, 'notification')) - GRACE_MS;
  if (!(await hasLapsed(database, before))) return {};
  if (!(await gate.isOpen(`proposals lapsed by ${String(before)}`))) return { wantedAt: before };
  const planned = await inTransaction(pool, async (transaction) =>
    planner.plan(transaction, (await takeLapsed(transaction, before)).map(toLapsed)),
  );
  return { planned };
}

function toLapsed(lapsed: LapsedProposal): NotifiableEvent {
  const { dossier_id: id, proposal, kind, made_by: madeBy, code, source_code: sourceCode } = lapsed;
  const planned: NotifiableEvent = {
    id: `lapsed/${id}/${String(proposal)}`,
    name: '',
    why: null,
    dossier: { id, code, sourceCode },
    unit: lapsed.unit,
    path: lapsed.path,
    timeZone: lapsed.time_zone,
    clock: null,
    tell: null,
    urgency: null,
    handlingUnit: lapsed.handling_unit,
    officer: lapsed.officer,
    procedure: lapsed.procedure,
    isHistory: false,
    applicantSkip: null,
    recordedAt: 0,
    variables: {},
    body: null,
  };
  return toDecided(planned, kind, 'lapsed', madeBy);
}
