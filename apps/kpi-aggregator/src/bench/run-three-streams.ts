import type { Pool } from 'pg';
import type { BenchStand } from './bench-stand.ts';
import { runConsumer } from './run-consumer.ts';
import { Stopwatch } from './stopwatch.ts';

export interface StreamCounts {
  readonly dossierEvents: number;
  readonly verdicts: number;
  readonly digitizations: number;
}

/**
 * The same consumer while all three topics hold a backlog. Answers events a second of the digitization events, from the consumer's
 * first transaction to the last of them, and of all events together over the whole run.
 */
export async function runThreeStreams(
  stand: BenchStand,
  pool: Pool,
  { dossierEvents, verdicts, digitizations }: StreamCounts,
): Promise<{ digitizations: number; together: number }> {
  const documents = new Stopwatch(digitizations);
  const together = new Stopwatch(dossierEvents + verdicts + digitizations);
  await runConsumer(stand, pool, {
    begin: () => {
      documents.begin();
      together.begin();
    },
    committed: (topic, count) => {
      together.count(count);
      if (topic === stand.digitizationTopic) documents.count(count);
    },
    done: together.done,
  });
  return { digitizations: documents.eventsPerSecond(), together: together.eventsPerSecond() };
}
