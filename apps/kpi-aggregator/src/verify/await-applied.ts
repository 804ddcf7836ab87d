import { setTimeout as delay } from 'node:timers/promises';
import { readProjectionLag } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';
import { PROJECTION, type ProjectedLog } from '../projection/projected-log.ts';
import { LOG_START, type LogPlace, type LogPlaces } from './comparison.ts';
import type { EnrichmentLog } from './logs/enrichment-log.ts';
import { hasEnrichmentLog } from './logs/has-enrichment-log.ts';

/** Undefined: everything up to the place is projected; else why it cannot be compared now. */
export type Hindrance = string | undefined;

/** A service whose log is projected, as its schema is called. */
type Source = 'intake' | EnrichmentLog['schema'];
const services = {
  intake: 'dossier-intake',
  sla: 'sla-timer',
  digitization: 'digitization-tracker',
} as const satisfies Record<Source, string>;

const POLL_MS = 100;

export async function findLogEnds(database: Queryable): Promise<LogPlaces> {
  return {
    events: await findLogEnd(database, 'intake'),
    causes: await findEnrichmentLogEnd(database, 'sla'),
    documents: await findEnrichmentLogEnd(database, 'digitization'),
  };
}

const findEnrichmentLogEnd = async (database: Queryable, schema: EnrichmentLog['schema']): Promise<LogPlace | undefined> =>
  (await hasEnrichmentLog(database, { schema })) ? findLogEnd(database, schema) : undefined;

/** The last event that every reader sees committed, and that the relay may have published. */
async function findLogEnd(database: Queryable, source: Source): Promise<LogPlace> {
  const [row] = await database.query<{ xid: string; position: string }>(
    `SELECT xid::text, position::text FROM ${source}.event_log WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY event_log.xid DESC, event_log.position DESC LIMIT 1`,
  );
  return row ?? LOG_START;
}

/** Waits until the relays have published what was noted, and the projection has taken what the topics then held. */
export async function awaitApplied(
  database: Queryable,
  log: ProjectedLog,
  { events, causes = LOG_START, documents = LOG_START }: LogPlaces,
  waitMs: number,
): Promise<Hindrance> {
  const deadline = Date.now() + waitMs;
  for (const [source, place] of [
    ['intake', events],
    ['sla', causes],
    ['digitization', documents],
  ] as const) {
    if (!(await poll(deadline, () => isPublished(database, source, place)))) return toStalledRelay(services[source]);
  }
  const positions = await readLag(database, log);
  const ends = new Map(positions.map(({ identity, range }) => [toKey(identity), range.end]));
  const applied = await poll(deadline, async () => {
    const now = await readLag(database, log);
    return now.every(({ identity, nextOffset = 0n, lag }) => lag === 0n || nextOffset >= (ends.get(toKey(identity)) ?? 0n));
  });
  return applied ? undefined : 'the projection lags behind the log: see GET /health/ready of kpi-aggregator';
}

const toStalledRelay = (service: string): string =>
  `the relay of ${service} has not yet published the newest events: see GET /health/ready of ${service}`;

const toKey = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

const readLag = (database: Queryable, { client, topics }: ProjectedLog) =>
  readProjectionLag(database, { client, schema: 'kpi', projection: PROJECTION, topics });

async function isPublished(database: Queryable, source: Source, place: LogPlace): Promise<boolean> {
  if (place === LOG_START) return true;
  const rows = await database.query(`SELECT FROM ${source}.relay_position WHERE (xid, position) >= ($1::xid8, $2::bigint)`, [
    place.xid,
    place.position,
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
