import { setTimeout as delay } from 'node:timers/promises';
import type { Board } from '@motcua/contracts';
import { readProjectionLag, type KafkaClientPort } from '@motcua/kafka';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { Queryable } from '../database/queryable.ts';
import { PROJECTION } from '../projection/kpi-projection.ts';

export type Freshness = Board['freshness'] & { readonly parked: number };

/** How many events were not yet projected, and when that was asked; null: the broker has not answered yet. */
export interface LagReading {
  readonly lag: number;
  readonly readAt: number | null;
}

const LAG_AGE_MS = 1_000;
/** Figures are served while Kafka is away; then the lag is the one last known. */
const LAG_PATIENCE_MS = 250;

/** How far the projection is, whichever instance does it. The log's end is asked of the broker once a second at most. */
export class FreshnessReader {
  readonly #pool: Pool;
  readonly #client: KafkaClientPort;
  readonly #topics: readonly string[];
  #last: LagReading = { lag: 0, readAt: null };
  #askedAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(pool: Pool, client: KafkaClientPort, topics: readonly string[]) {
    this.#pool = pool;
    this.#client = client;
    this.#topics = topics;
  }

  /** Call it before a snapshot is taken: it may wait for the broker. */
  async readLag(): Promise<LagReading> {
    if (Date.now() - this.#askedAt >= LAG_AGE_MS) {
      this.#reading ??= this.#refreshLag().finally(() => {
        this.#reading = undefined;
      });
      await Promise.race([this.#reading, delay(LAG_PATIENCE_MS)]);
    }
    return this.#last;
  }

  async read(database: Queryable, { lag, readAt }: LagReading): Promise<Freshness> {
    const [row] = await database.query<{ projected_at: Date | null; parked: number }>(
      `SELECT (SELECT max(moved_at) FROM kpi.consumer_offset WHERE projection = $1 AND owner <> 'rebuild') AS projected_at,
              (SELECT count(*)::int FROM kpi.dlq_event WHERE projection = $1 AND status = 'parked') AS parked`,
      [PROJECTION],
    );
    const lagReadAt = readAt === null ? null : new Date(readAt).toISOString();
    return { lag, lagReadAt, projectedAt: row?.projected_at?.toISOString() ?? null, parked: row?.parked ?? 0 };
  }

  /** Never rejects: a broker that is away is told by the health check, and asked again in a second. */
  async #refreshLag(): Promise<void> {
    const asked = { client: this.#client, schema: 'kpi', projection: PROJECTION, topics: this.#topics };
    const readAt = Date.now();
    const positions = await readProjectionLag(toTransaction(this.#pool), asked).catch(() => undefined);
    this.#askedAt = Date.now();
    if (positions === undefined) return;
    this.#last = { lag: Number(positions.reduce((sum, { lag }) => sum + lag, 0n)), readAt };
  }
}
