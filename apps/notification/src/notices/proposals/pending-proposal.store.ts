import { toColumns, type Queryable } from '@motcua/postgres';
import type { ProposalKind, ProposalNews } from '../events/to-proposal-news.ts';

/** A proposal whose term has passed, with what is known of its dossier. */
export interface LapsedProposal {
  readonly dossier_id: string;
  readonly proposal: number;
  readonly kind: ProposalKind;
  readonly made_by: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly procedure: string;
  readonly unit: string;
  readonly path: string[];
  readonly handling_unit: string;
  readonly officer: string | null;
  readonly time_zone: string;
}

/** A term that had passed before this service was installed is history to it. */
const insert = `
INSERT INTO notification.pending_proposal (dossier_id, proposal, kind, made_by, lapses_at)
SELECT dossier_id, proposal, kind, made_by, lapses_at
FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[]) AS made (dossier_id, proposal, kind, made_by, lapses_at)
WHERE lapses_at > (SELECT installed_at FROM notification.installation)
ORDER BY dossier_id, proposal
ON CONFLICT DO NOTHING`;

const remove = `
DELETE FROM notification.pending_proposal
USING unnest($1::uuid[], $2::int[]) AS decided (dossier_id, proposal)
WHERE pending_proposal.dossier_id = decided.dossier_id AND pending_proposal.proposal = decided.proposal`;

/** Keeps what waits up to date with a batch; what one event of it proposes a later one may decide on. */
export async function noteProposals(database: Queryable, news: readonly ProposalNews[]): Promise<void> {
  const made = news.flatMap(toMade);
  const decided = news.flatMap(toDecidedOn);
  if (made.length > 0)
    await database.query(insert, toColumns(made, ['dossier_id', 'proposal', 'kind', 'made_by', 'lapses_at'] as const));
  if (decided.length > 0) await database.query(remove, toColumns(decided, ['dossier_id', 'proposal'] as const));
}

/** Where nobody is named there is nobody to be notified that it lapsed. */
function toMade({ proposal, kind, event: planned }: ProposalNews) {
  const { madeBy, waitsUntil } = planned.proposal;
  if (madeBy === null || waitsUntil === null || planned.dossier === null) return [];
  return [{ dossier_id: planned.dossier.id, proposal, kind, made_by: madeBy, lapses_at: new Date(waitsUntil).toISOString() }];
}

const toDecidedOn = ({ proposal, event: planned }: ProposalNews) =>
  planned.proposal.waitsUntil !== null || planned.dossier === null ? [] : [{ dossier_id: planned.dossier.id, proposal }];

/** Whether the term of any proposal has passed before a moment. */
export async function hasLapsed(database: Queryable, before: number): Promise<boolean> {
  const [row] = await database.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM notification.pending_proposal WHERE lapses_at < $1) AS found',
    [new Date(before).toISOString()],
  );
  return row?.found === true;
}

/** Takes the proposals whose term has passed before a moment, so that no other instance announces them too. */
export const takeLapsed = (database: Queryable, before: number): Promise<LapsedProposal[]> =>
  database.query<LapsedProposal>(
    `DELETE FROM notification.pending_proposal AS lapsed USING notification.dossier
     WHERE lapses_at < $1 AND dossier.dossier_id = lapsed.dossier_id
     RETURNING lapsed.dossier_id, proposal, kind, made_by, code, source_code, procedure, unit, path, handling_unit, officer, time_zone`,
    [new Date(before).toISOString()],
  );
