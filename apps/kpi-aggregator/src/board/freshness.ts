import { setTimeout as delay } from 'node:timers/promises';
import type { Board } from '@motcua/contracts';
import { readProjectionLag } from '@motcua/kafka';
import { toTransaction, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { PROJECTED, PROJECTION, type ProjectedLog } from '../projection/projected-log.ts';

export type Freshness = Board['freshness'] & { readonly parked: number };

/** How many events were not yet projected, and when that was asked; null: the broker has not answered yet. */
export interface LagReading {
  readonly lag: number;
  readonly readAt: number | null;
}

const LAG_AGE_MS = 1_000;
/** Figures are served while Kafka is away; then the lag is the one last known. */
const LAG_TIMEOUT_MS = 250;

/** How far the projection is, whichever instance does it. The log's end is asked of the broker once a second at most. */
@Injectable()
export class FreshnessReader {
  readonly #pool: Pool;
  readonly #log: ProjectedLog;
  #last: LagReading = { lag: 0, readAt: null };
  #askedAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(@Inject(POOL) pool: Pool, @Inject(PROJECTED) log: ProjectedLog) {
    this.#pool = pool;
    this.#log = log;
  }

  /** Call it before a snapshot is taken: it may wait for the broker. */
  async readLag(): Promise<LagReading> {
    if (Date.now() - this.#askedAt >= LAG_AGE_MS) {
      this.#reading ??= this.#refreshLag().finally(() => {
        this.#reading = undefined;
      });
      await Promise.race([this.#reading, delay(LAG_TIMEOUT_MS)]);
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
    const asked = { ...this.#log, schema: 'kpi', projection: PROJECTION };
    const readAt = Date.now();
    const positions = await readProjectionLag(toTransaction(this.#pool), asked).catch(() => undefined);
    this.#askedAt = Date.now();
    if (positions === undefined) return;
    this.#last = { lag: Number(positions.reduce((sum, { lag }) => sum + lag, 0n)), readAt };
  }
}
