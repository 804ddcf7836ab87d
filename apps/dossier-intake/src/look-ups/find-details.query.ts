import { toDossierEventType, type DossierEventName } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { LookedUp } from './looked-up.ts';
import type { Progress } from './progress.ts';

/** The event whose reason the citizen is told, where a status has one. */
const reasoned: Readonly<Partial<Record<Progress['status'], DossierEventName>>> = {
  'submission-supplement-requested': 'supplement-requested',
  'submission-stopped': 'stopped',
  'supplement-requested': 'supplement-requested',
  stopped: 'stopped',
  refused: 'refused',
  'turned-away': 'refused',
};

const find = {
  name: 'look-up.find-details',
  text: `SELECT
      (SELECT body::json #>> '{data,change,reasonCode}' FROM event WHERE dossier_id = $1 AND type = $2 ORDER BY version DESC LIMIT 1) AS reason,
      (SELECT result_way FROM desk_entry WHERE dossier_id = $1) AS result_way`,
};

export interface Details {
  readonly reasonCode: string | null;
  readonly resultBy: LookedUp['resultBy'];
}

/** What is not in the state: why it stands as it does, and how the result comes. */
export async function findDetails(transaction: Transaction, id: string, { status }: Progress): Promise<Details> {
  const event = reasoned[status];
  const type = event === undefined ? null : toDossierEventType(event);
  const [row] = await transaction.query<{ reason: string | null; result_way: Details['resultBy'] | null }>(find, [id, type]);
  return { reasonCode: row?.reason ?? null, resultBy: row?.result_way ?? 'counter' };
}
