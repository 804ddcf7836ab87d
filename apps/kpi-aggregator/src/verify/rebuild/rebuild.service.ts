import type { RebuildStatus } from '@motcua/contracts';
import { ProblemError, LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { documentLog, causeLog } from '../logs/enrichment-log.ts';
import { countEnrichmentLog } from '../logs/read-enrichment-log.ts';
import { countEvents } from '../logs/read-event-log.ts';
import { Rebuilder, type RebuildProgress } from './rebuilder.ts';

/** Any constant will do; one rebuild at a time, whichever instance runs it. */
const REBUILD_LOCK = 7_660_001;

const nothing: RebuildStatus = {
  state: 'none',
  startedAt: null,
  endedAt: null,
  events: 0,
  dossiers: 0,
  total: 0,
  unreadable: 0,
  reason: null,
};

/** Runs one rebuild at a time beside everything else, and tells how far it is. */
@Injectable()
export class RebuildService {
  readonly #pool: Pool;
  readonly #rebuilder: Rebuilder;
  readonly #logger: Logger;
  #status: RebuildStatus = nothing;
  #progress: RebuildProgress | undefined;

  constructor(@Inject(POOL) pool: Pool, rebuilder: Rebuilder, @Inject(LOGGER) logger: Logger) {
    this.#pool = pool;
    this.#rebuilder = rebuilder;
    this.#logger = logger;
  }

  status(): RebuildStatus {
    return { ...this.#status, ...this.#progress };
  }

  /** Begins one and answers at once. @throws ProblemError 409 `rebuild.running` */
  async start(): Promise<RebuildStatus> {
    const lock = await this.#pool.connect();
    const { rows } = await lock.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [REBUILD_LOCK]);
    if (rows[0]?.taken !== true) {
      lock.release();
      throw isRunning();
    }
    this.#progress = { events: 0, dossiers: 0, unreadable: 0 };
    this.#status = { ...nothing, state: 'running', startedAt: new Date().toISOString(), total: await this.#countLogged() };
    // Closing the connection gives the lock back whatever happened to the rebuild.
    void this.#run(this.#progress).finally(() => {
      lock.release(true);
    });
    return this.status();
  }

  async #countLogged(): Promise<number> {
    const [events, causes, documents] = await Promise.all([
      countEvents(this.#pool),
      countEnrichmentLog(this.#pool, causeLog),
      countEnrichmentLog(this.#pool, documentLog),
    ]);
    return events + causes + documents;
  }

  async #run(progress: RebuildProgress): Promise<void> {
    try {
      await this.#rebuilder.rebuild(progress);
      this.#end('done', null);
      this.#logger.info(progress, 'rebuilt');
    } catch (err) {
      this.#end('failed', err instanceof Error ? err.message : String(err));
      this.#logger.error({ err }, 'the rebuild failed; what was there before is still in use');
    }
  }

  #end(state: 'done' | 'failed', reason: string | null): void {
    this.#status = { ...this.status(), state, reason, endedAt: new Date().toISOString() };
  }
}

const isRunning = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'rebuild.running',
    titles: { vi: 'Đang dựng lại dữ liệu', en: 'A rebuild is running' },
    detail: 'GET /v1/rebuild tells how far it is.',
  });
