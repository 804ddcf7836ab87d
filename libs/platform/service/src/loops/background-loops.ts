import { HealthChecks, LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { Inject, Injectable } from '@nestjs/common';
import { BackgroundLoop, reportLoops, type LoopOptions } from './background-loop.ts';

/** The loops of a service. Each is added by the part whose work it does, in its constructor; the lifecycle starts and stops them. */
@Injectable()
export class BackgroundLoops {
  readonly #loops: BackgroundLoop[] = [];

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

  start(): void {
    for (const loop of this.#loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }
}
