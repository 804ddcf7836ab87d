import { setTimeout as delay } from 'node:timers/promises';
import { readProjectionLag, type KafkaClientPort } from '@motcua/kafka';
import type { Queryable } from '../database/queryable.ts';
import { toTransportTransaction } from '../database/to-transport-transaction.ts';
import { PROJECTION } from '../projection/kpi-projection.ts';
import type { LogPlace } from './comparison.ts';

/** Undefined: everything up to the place is projected; else why it cannot be compared now. */
export type Hindrance = string | undefined;

/** Where dossier events are published. */
export interface Log {
  readonly client: KafkaClientPort;
  readonly topic: string;
}

const POLL_MS = 100;

/** The last event that every reader sees committed, and that the relay may have published; undefined: the log is empty. */
export async function findLogEnd(database: Queryable): Promise<LogPlace | undefined> {
  const [row] = await database.query<{ xid: string; position: string }>(
    `SELECT xid::text, position::text FROM intake.event_log WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY event_log.xid DESC, event_log.position DESC LIMIT 1`,
  );
  return row;
}

/** Waits until the relay has published what was noted, and the projection has taken what the topic then held. */
export async function awaitApplied(
  database: Queryable,
  { client, topic }: Log,
  place: LogPlace,
  waitMs: number,
): Promise<Hindrance> {
  const deadline = Date.now() + waitMs;
  const published = await poll(deadline, () => isPublished(database, place));
  if (!published)
    return 'the relay of dossier-intake has not yet published the newest events: see GET /health/ready of dossier-intake';
  const positions = await readLag(database, { client, topic });
  const ends = new Map(positions.map(({ identity, range }) => [identity.partition, range.end]));
  const applied = await poll(deadline, async () => {
    const now = await readLag(database, { client, topic });
    return now.every(({ identity, nextOffset = 0n, lag }) => lag === 0n || nextOffset >= (ends.get(identity.partition) ?? 0n));
  });
  return applied ? undefined : 'the projection lags behind the log: see GET /health/ready of kpi-aggregator';
}

const readLag = (database: Queryable, { client, topic }: Log) =>
  readProjectionLag(toTransportTransaction(database), { client, schema: 'kpi', projection: PROJECTION, topics: [topic] });

async function isPublished(database: Queryable, { xid, position }: LogPlace): Promise<boolean> {
  const rows = await database.query('SELECT FROM intake.relay_position WHERE (xid, position) >= ($1::xid8, $2::bigint)', [
    xid,
    position,
  ]);
  return rows.length > 0;
}

async function poll(deadline: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  while (!(await isTrue())) {
    if (Date.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
