import { statusCodes, type KnownDossier } from '@motcua/dossier';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

/** Rows a look: each is a statement of its own, far below the 5 s that a transaction of a service may last. */
const WINDOW = 2_000;

/** Of these nobody owes anything, unless something happened to them on the day of the reform or later. */
const overStatuses = [statusCodes['turned-away'], statusCodes.stopped, statusCodes.returned];

const findWindow = {
  name: 'reform.window',
  // The text bears another name: by that of the column it would be the order of texts.
  text: `SELECT ordinal::text AS place, state FROM dossier
    WHERE ordinal > $1 AND (responsible_unit = ANY ($2::text[]) OR handling_unit = ANY ($2::text[]))
      AND (status <> ALL ($3::smallint[]) OR (state ->> 'lastOccurredAt')::bigint >= $4)
    ORDER BY ordinal LIMIT $5`,
};

/** Dossiers that units answer for or handle, but for those that were over before a moment, window by window in the order in which they were opened. */
export async function* scanDossiers(
  pool: Pool,
  units: readonly string[],
  effectiveAt: number,
): AsyncGenerator<readonly KnownDossier[]> {
  const reads = toTransaction(pool);
  for (let after = '0'; ;) {
    const rows = await reads.query<{ place: string; state: KnownDossier }>(findWindow, [
      after,
      units,
      overStatuses,
      effectiveAt,
      WINDOW,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ state }) => state);
    after = last.place;
  }
}
