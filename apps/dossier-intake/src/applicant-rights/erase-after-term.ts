import type { Transaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { insertChanges } from './applicant-change.store.ts';
import { eraseApplicants } from './erase-applicants.ts';

interface Options {
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Dossier id of the last that was looked at. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Erases, of the next so many dossiers that hold something of a person, what is kept of those that ended longer ago than the term. They are
 * looked at once more when they are held: one whose end was corrected meanwhile keeps what it has.
 */
export async function eraseAfterTerm(transaction: Transaction, { days, now, after, limit }: Options): Promise<RetentionBatch> {
  const before = now - days * 86_400_000;
  const rows = await transaction.query<{ id: string; is_over: boolean }>(findNext, [
    after ?? '00000000-0000-0000-0000-000000000000',
    before,
    limit,
  ]);
  const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
  const found = rows.flatMap(({ id, is_over: isOver }) => (isOver ? [id] : []));
  if (found.length === 0) return { next, deleted: {} };
  await lockDossiers(transaction, found);
  const over = await transaction.query<{ id: string }>(findOver, [found, before]);
  const ids = over.map(({ id }) => id);
  const deleted = await eraseApplicants(transaction, ids);
  const madeAt = new Date(now).toISOString();
  await transaction.execute(noteErased, [ids, madeAt]);
  await insertChanges(transaction, { dossierIds: ids, kind: 'erased', ground: 'term-over', fields: [], madeBy: null, madeAt });
  return { next, deleted };
}

/** The next dossiers of a table that holds something of a person. */
const nextOf = (table: string): string =>
  `(SELECT DISTINCT dossier_id FROM ${table} dossier_id > $1::uuid ORDER BY dossier_id LIMIT $3)`;
const kept = [
  ...['applicant WHERE', 'reason WHERE', 'desk_entry WHERE', 'step_entry WHERE'],
  ...['rating WHERE comment IS NOT NULL AND', 'fee_taking WHERE receipt_number IS NOT NULL AND'],
];

/**
 * When a dossier was over, in epoch milliseconds. What was submitted and not received does not end: it is over with its refusal or its stop, and
 * where nobody answered it with the last that was recorded of it.
 */
const overAt = `coalesce((dossier.state #>> '{end,at}')::bigint, CASE WHEN dossier.state #>> '{receipt}' IS NULL THEN coalesce(
  (dossier.state #>> '{turnedAwayAt}')::bigint, (dossier.state #>> '{submission,stop,at}')::bigint,
  (extract(epoch FROM dossier.recorded_at) * 1000)::bigint) END)`;
const findNext = `
SELECT dossier_id AS id, coalesce(${overAt} < $2::bigint, false) AS is_over
FROM (SELECT dossier_id FROM (${kept.map(nextOf).join(' UNION ')}) AS kept ORDER BY dossier_id LIMIT $3) AS kept
LEFT JOIN dossier USING (dossier_id) ORDER BY dossier_id`;

const findOver = `
SELECT dossier_id AS id FROM dossier WHERE dossier_id = ANY ($1::uuid[]) AND ${overAt} < $2::bigint`;

/** A request that waits stays: what is decided of it takes the papers along. */
const noteErased = `
INSERT INTO applicant_erasure (dossier_id, state, ground, asked_by, asked_at, decided_by, decided_at)
SELECT id, 'erased', 'term-over', NULL, $2, NULL, $2 FROM unnest($1::uuid[]) AS id`;
