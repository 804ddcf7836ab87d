import { HealthChecks, LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { Inject, Injectable } from '@nestjs/common';
import { BackgroundLoop, reportLoops, type LoopOptions } from './background-loop.ts';

/** What begins with the service's work, and ends with it; without `stop` somebody else ends it. */
export interface BackgroundWork {
  start(): void;
  stop?(): Promise<void>;
}

/** The loops of a service. Each is added by the part whose work it does, in its constructor; the lifecycle starts and stops them. */
@Injectable()
export class BackgroundLoops {
  readonly #loops: BackgroundLoop[] = [];
  readonly #others: BackgroundWork[] = [];

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(HealthChecks) health: HealthChecks,
  ) {
    health.add('loops', () => reportLoops(this.#loops));
  }

  add(options: Omit<LoopOptions, 'logger'>): BackgroundLoop {
    const loop = new BackgroundLoop({ ...options, logger: this.logger });
    this.#loops.push(loop);
    return loop;
  }

  /** Work that keeps its own time. */
  join(work: BackgroundWork): void {
    this.#others.push(work);
  }

  start(): void {
    for (const work of [...this.#loops, ...this.#others]) work.start();
  }

  async stop(): Promise<void> {
    const works: readonly BackgroundWork[] = [...this.#loops, ...this.#others];
    await Promise.all(works.map((work) => work.stop?.() ?? Promise.resolve()));
  }
}
