import { statusCodes, type KnownDossier } from '@motcua/dossier';
import { toTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { findMove, type Move, type MoveParts } from './find-move.ts';

/** Rows a look: each is a statement of its own, far below the 5 s that a transaction of a service may last. */
const WINDOW = 5_000;

const openStatuses = [
  statusCodes.received,
  statusCodes['in-process'],
  statusCodes['supplement-requested'],
  statusCodes['payment-requested'],
  statusCodes['withdrawal-requested'],
];

const findWindow = {
  name: 'calendar-change.window',
  text: `SELECT state FROM dossier
    WHERE ordinal > $1 AND ordinal <= $2 AND status = ANY ($3::smallint[])
      AND state #>> '{setting,calendar,id}' = $4 AND (state #>> '{setting,calendar,version}')::int < $5
    ORDER BY ordinal`,
};

/** Every dossier that a version of a calendar moves, window by window in the order in which they were opened; windows may be empty. */
export async function* scanMoves(pool: Pool, parts: MoveParts): AsyncGenerator<readonly Move[]> {
  const reads = toTransaction(pool);
  const end = await findEnd(reads);
  const { id, version } = parts.calendar;
  for (let from = 0n; from < end; from += BigInt(WINDOW)) {
    const to = from + BigInt(WINDOW);
    const rows = await reads.query<{ state: KnownDossier }>(findWindow, [
      from.toString(),
      to.toString(),
      openStatuses,
      id,
      version,
    ]);
    yield rows.map(({ state }) => findMove(parts, state)).filter((move) => move !== undefined);
  }
}

async function findEnd(reads: Transaction): Promise<bigint> {
  const [row] = await reads.query<{ end: string | null }>('SELECT max(ordinal) AS "end" FROM dossier');
  return BigInt(row?.end ?? 0);
}
