import { LOGGER, METRICS } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter, type Registry } from 'prom-client';
import { BackgroundLoops } from '../loops/background-loops.ts';
import { POOL } from '../tokens.ts';

const REST_MS = 3_600_000;

/** What a batch deleted, by table, and where the next one begins; null: there is no more. */
export interface RetentionBatch {
  readonly next: string | null;
  readonly deleted: Readonly<Record<string, number>>;
}

export interface RetentionWork {
  /** Of what is deleted, unique in the database: `notices`. */
  readonly name: string;
  /** How long to rest after all of it, an hour unless told. */
  readonly restMs?: number;
  /** Deletes what is over and needed no more, of a bounded part. @param after `next` of the batch before, null to begin with */
  readonly batch: (transaction: Transaction, after: string | null) => Promise<RetentionBatch>;
}

/**
 * Deletes what a service keeps no longer than its setting says: again and again, batch by batch, each in a transaction of its own under one
 * lock for all instances. What went is counted and told.
 */
@Injectable()
export class Retention {
  readonly #deleted: Counter<'table'>;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Registry,
    @Inject(BackgroundLoops) private readonly loops: BackgroundLoops,
  ) {
    this.#deleted = new Counter({
      name: 'motcua_retention_deleted_total',
      help: 'Rows deleted because their term is over, by table.',
      labelNames: ['table'],
      registers: [metrics],
    });
  }

  add(work: RetentionWork): void {
    let after: string | null = null;
    let run = new Map<string, number>();
    const turn = async (): Promise<number> => {
      const batch = await runBatch(this.pool, work, after);
      for (const [table, count] of Object.entries(batch?.deleted ?? {})) {
        if (count === 0) continue;
        this.#deleted.inc({ table }, count);
        run.set(table, (run.get(table) ?? 0) + count);
      }
      after = batch?.next ?? null;
      if (after !== null) return 0;
      if (run.size > 0) this.logger.info({ deleted: Object.fromEntries(run) }, `deleted what is kept no longer: ${work.name}`);
      run = new Map();
      return work.restMs ?? REST_MS;
    };
    this.loops.add({ name: `retention of ${work.name}`, turn });
  }
}

/** @returns undefined where another instance is at it */
export const runBatch = (pool: Pool, { name, batch }: RetentionWork, after: string | null): Promise<RetentionBatch | undefined> =>
  inTransaction(pool, async (transaction) => {
    const [lock] = await transaction.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
      [`retention of ${name}`],
    );
    return lock?.taken === true ? batch(transaction, after) : undefined;
  });
