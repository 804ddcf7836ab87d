import type { RebuildStatus } from '@motcua/contracts';
import { ProblemError, LOGGER } from '@motcua/http';
import type { RebuildProgress } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { POOL } from '../tokens.ts';
import { REBUILDER, type Rebuilder } from './rebuilder.ts';

/** One rebuild at a time in a schema, whichever instance runs it. */
const tryLock = `SELECT pg_try_advisory_lock(hashtext('rebuild ' || current_schema())) AS taken`;

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
  #status: RebuildStatus = nothing;
  #progress: RebuildProgress | undefined;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(REBUILDER) private readonly rebuilder: Rebuilder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  status(): RebuildStatus {
    return { ...this.#status, ...this.#progress };
  }

  /** Begins one and answers at once. @throws ProblemError 409 `rebuild.running` */
  async start(): Promise<RebuildStatus> {
    const lock = await this.pool.connect();
    const { rows } = await lock.query<{ taken: boolean }>(tryLock);
    if (rows[0]?.taken !== true) {
      lock.release();
      throw isRunning();
    }
    this.#progress = { events: 0, dossiers: 0, unreadable: 0 };
    this.#status = { ...nothing, state: 'running', startedAt: new Date().toISOString() };
    // Closing the connection gives the lock back whatever happened to the rebuild.
    void this.#run(this.#progress).finally(() => {
      lock.release(true);
    });
    return this.status();
  }

  async #run(progress: RebuildProgress): Promise<void> {
    try {
      this.#status = { ...this.#status, total: await this.rebuilder.count() };
      await this.rebuilder.rebuild(progress);
      this.#end('done', null);
      this.logger.info(progress, 'rebuilt');
    } catch (err) {
      this.#end('failed', err instanceof Error ? err.message : String(err));
      this.logger.error({ err }, 'the rebuild failed; what was there before is still in use');
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
    detail: {
      vi: 'Hãy xem tiến độ tại chính địa chỉ này.',
      en: 'GET of this address tells how far it is.',
    },
  });
