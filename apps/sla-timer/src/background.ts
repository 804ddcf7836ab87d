import { forgetOldAnswers } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';
import { inTransaction, readClock } from '@motcua/postgres';
import { BackgroundLoop } from '@motcua/service';
import type { Pool } from 'pg';
import { insertEvents } from './events/sla-events.ts';
import type { ClockAlarm } from './firing/clock-alarm.ts';
import { Timer } from './firing/timer.ts';
import { tellQuietSummaries } from './following/calendar-summary.ts';
import type { TimerMetrics } from './health/timer-metrics.ts';
import type { ReferenceData } from './reference/reference-data.ts';
import { judgeBreaches } from './verdicts/judge-breaches.ts';

export interface BackgroundParts {
  readonly pool: Pool;
  readonly relay: Relay;
  readonly alarm: ClockAlarm;
  readonly data: ReferenceData;
  readonly metrics: TimerMetrics;
  readonly logger: Logger;
}

/** Woken by what fires here; what fired elsewhere, and was not judged there, is found so late. */
const JUDGING_REST_MS = 5_000;
/** Every batch of the log wakes the timer, at most so often. */
const ARMED_WITHIN_MS = 250;
const SUMMARY_REST_MS = 10_000;
const FORGETTING_REST_MS = 3_600_000;
/** Who repeats a request does so within two days. */
const ANSWERS_KEPT_HOURS = 48;

/** What goes on by itself, in every instance: timers, verdicts, summaries. */
export function createLoops({ pool, relay, alarm, data, metrics, logger }: BackgroundParts): BackgroundLoop[] {
  const timer = new Timer({
    pool,
    onFired: (fired) => {
      metrics.fired(fired);
      relay.wake();
      verdicts.wake();
    },
    onLooked: (waiting) => {
      metrics.looked(waiting);
    },
  });
  const loop = (name: string, turn: () => Promise<number>) => new BackgroundLoop({ name, turn, logger });
  const timers = loop('timers', () => timer.turn());
  const verdicts = loop('verdicts', async () => {
    const judged = await judgeBreaches(pool, data);
    if (judged === 0) return JUDGING_REST_MS;
    relay.wake();
    return 0;
  });
  alarm.onArmed(() => {
    timers.wake(ARMED_WITHIN_MS);
  });
  return [
    timers,
    verdicts,
    loop('summaries', async () => {
      await tellSummaries(pool);
      return SUMMARY_REST_MS;
    }),
    loop('answers', async () => {
      while ((await inTransaction(pool, (transaction) => forgetOldAnswers(transaction, ANSWERS_KEPT_HOURS))) > 0);
      return FORGETTING_REST_MS;
    }),
  ];
}

const tellSummaries = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (transaction) => {
    await insertEvents(transaction, await tellQuietSummaries(transaction, await readClock(transaction, 'sla')));
  });
