import type { Relay } from '@motcua/outbox';
import { BackgroundLoops, POOL, RELAY, type BackgroundLoop } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ClassificationLoop } from '../../overdue-causes/classification.loop.ts';
import { Timer } from './timer.ts';
import { TimerMetrics } from './timer-metrics.ts';

/** Every batch of the log wakes the timer, at most so often. */
const SCHEDULED_WITHIN_MS = 250;

/** The timer, in every instance. */
@Injectable()
export class TimerLoop {
  readonly #loop: BackgroundLoop;

  constructor(
    @Inject(POOL) pool: Pool,
    @Inject(RELAY) relay: Relay,
    loops: BackgroundLoops,
    metrics: TimerMetrics,
    judging: ClassificationLoop,
  ) {
    const timer = new Timer({
      pool,
      onFired: (fired) => {
        metrics.fired(fired);
        relay.wake();
        judging.wake();
      },
      onLooked: (waiting) => {
        metrics.looked(waiting);
      },
    });
    this.#loop = loops.add({ name: 'timers', turn: () => timer.turn() });
  }

  /** Clocks may have been scheduled: the timer, which may be asleep, looks soon. */
  wake(): void {
    this.#loop.wake(SCHEDULED_WITHIN_MS);
  }
}
