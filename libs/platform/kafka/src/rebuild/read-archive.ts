import type { Queryable } from '@motcua/postgres';

/** A row of an archive, in the order in which it was or will be published. */
export interface ArchivedRecord {
  /** Null: a control record, which stands in every partition. */
  readonly key: string | null;
  readonly body: string;
}

type Row = ArchivedRecord & { readonly xid: string; readonly position: string };

/**
 * Every row of an archive that is settled when the reading begins, in chunks and in commit order, as the relay publishes them: whatever
 * is committed behind that place comes over the log. A chunk is a statement of its own: no long transaction holds up a relay.
 *
 * @param relation a view with `xid xid8`, `position bigint`, `key text`, `body text`, which the role may read: `intake.archive`
 */
export async function* readArchive(
  database: Queryable,
  relation: string,
  chunkSize: number,
): AsyncGenerator<readonly ArchivedRecord[]> {
  const [horizon] = await database.query<{ xmin: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
  let last = { xid: '0', position: '0' };
  for (;;) {
    const chunk = await database.query<Row & Record<string, unknown>>(
      `SELECT xid::text, position::text, key, body FROM ${relation} AS archived
       WHERE archived.xid < $1::xid8 AND (archived.xid, archived.position) > ($2::xid8, $3::bigint)
       ORDER BY archived.xid, archived.position LIMIT $4`,
      [horizon?.xmin, last.xid, last.position, chunkSize],
    );
    const end = chunk.at(-1);
    if (end === undefined) return;
    yield chunk;
    last = { xid: end.xid, position: end.position };
  }
}

export async function countArchive(database: Queryable, relation: string): Promise<{ events: number; keys: number }> {
  const [row] = await database.query<{ events: number; keys: number }>(
    `SELECT count(*)::int AS events, count(DISTINCT key)::int AS keys FROM ${relation}`,
  );
  return row ?? { events: 0, keys: 0 };
}
