import type { Pool } from 'pg';
import type { BenchFixture } from './bench-fixture.ts';
import { runConsumer } from './run-consumer.ts';
import { Stopwatch } from './stopwatch.ts';

export interface StreamCounts {
  readonly dossierEvents: number;
  readonly causes: number;
  readonly digitizations: number;
}

/**
 * The same consumer while all three topics hold a backlog. Answers events a second of the digitization events, from the consumer's
 * first transaction to the last of them, and of all events together over the whole run.
 */
export async function runThreeStreams(
  fixture: BenchFixture,
  pool: Pool,
  { dossierEvents, causes, digitizations }: StreamCounts,
): Promise<{ digitizations: number; together: number }> {
  const documents = new Stopwatch(digitizations);
  const together = new Stopwatch(dossierEvents + causes + digitizations);
  await runConsumer(fixture, pool, {
    begin: () => {
      documents.begin();
      together.begin();
    },
    committed: (topic, count) => {
      together.count(count);
      if (topic === fixture.digitizationTopic) documents.count(count);
    },
    done: together.done,
  });
  return { digitizations: documents.eventsPerSecond(), together: together.eventsPerSecond() };
}
