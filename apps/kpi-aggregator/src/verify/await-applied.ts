import { setTimeout as delay } from 'node:timers/promises';
import { readProjectionLag } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';
import { PROJECTION, type ProjectedLog } from '../projection/projected-log.ts';
import { LOG_START, type LogPlace, type LogPlaces } from './comparison.ts';
import { causeLog, documentLog, institutionalLog, ratingLog, type EnrichmentLog } from './logs/enrichment-log.ts';
import { hasEnrichmentLog } from './logs/has-enrichment-log.ts';

/** Undefined: everything up to the place is projected; else why it cannot be compared now. */
export type Hindrance = string | undefined;

/** An event log that is projected: where it is shown, and by which relay it is published. */
type Source = Pick<EnrichmentLog, 'schema' | 'relation' | 'relay'>;
const eventLog: Source = { schema: 'intake', relation: 'event_log', relay: 'events' };
const services = {
  intake: 'dossier-intake',
  sla: 'sla-timer',
  digitization: 'digitization-tracker',
  catalogue: 'catalogue',
} as const satisfies Record<Source['schema'], string>;

const POLL_MS = 100;

export async function findLogEnds(database: Queryable): Promise<LogPlaces> {
  return {
    events: await findLogEnd(database, eventLog),
    causes: await findEnrichmentLogEnd(database, causeLog),
    documents: await findEnrichmentLogEnd(database, documentLog),
    ratings: await findEnrichmentLogEnd(database, ratingLog),
    institutional: await findEnrichmentLogEnd(database, institutionalLog),
  };
}

const findEnrichmentLogEnd = async (database: Queryable, log: EnrichmentLog): Promise<LogPlace | undefined> =>
  (await hasEnrichmentLog(database, log)) ? findLogEnd(database, log) : undefined;

/** The last event that every reader sees committed, and that the relay may have published. */
async function findLogEnd(database: Queryable, { schema, relation }: Source): Promise<LogPlace> {
  const [row] = await database.query<{ xid: string; position: string }>(
    `SELECT xid::text, position::text FROM ${schema}.${relation} log WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY log.xid DESC, log.position DESC LIMIT 1`,
  );
  return row ?? LOG_START;
}

/** Waits until the relays have published what was noted, and the projection has taken what the topics then held. */
export async function awaitApplied(
  database: Queryable,
  log: ProjectedLog,
  { events, causes = LOG_START, documents = LOG_START, ratings = LOG_START, institutional = LOG_START }: LogPlaces,
  waitMs: number,
): Promise<Hindrance> {
  const deadline = Date.now() + waitMs;
  for (const [source, place] of [
    [eventLog, events],
    [causeLog, causes],
    [documentLog, documents],
    [ratingLog, ratings],
    [institutionalLog, institutional],
  ] as const) {
    if (!(await poll(deadline, () => isPublished(database, source, place)))) return toStalledRelay(services[source.schema]);
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

async function isPublished(database: Queryable, { schema, relay }: Source, place: LogPlace): Promise<boolean> {
  if (place === LOG_START) return true;
  const rows = await database.query(
    `SELECT FROM ${schema}.relay_position WHERE relay = $3 AND (xid, position) >= ($1::xid8, $2::bigint)`,
    [place.xid, place.position, relay],
  );
  return rows.length > 0;
}

async function poll(deadline: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  while (!(await isTrue())) {
    if (Date.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
