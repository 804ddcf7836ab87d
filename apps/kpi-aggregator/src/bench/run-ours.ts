import type { Pool } from 'pg';
import type { BenchFixture } from './bench-fixture.ts';
import { runConsumer } from './run-consumer.ts';
import { Stopwatch } from './stopwatch.ts';

/** The service's own consumer over whatever the topics hold. Answers events a second. */
export async function runOurs(fixture: BenchFixture, pool: Pool, events: number): Promise<number> {
  const stopwatch = new Stopwatch(events);
  await runConsumer(fixture, pool, {
    begin: () => {
      stopwatch.begin();
    },
    committed: (_topic, count) => {
      stopwatch.count(count);
    },
    done: stopwatch.done,
  });
  return stopwatch.eventsPerSecond();
}
