import { createBenchEvents } from './bench-events.ts';
import { createBenchFixture } from './bench-fixture.ts';
import { areFiguresExact } from './check-figures.ts';
import type { ProjectionBenchOptions } from './projection.bench.ts';
import { runOurs } from './run-ours.ts';
import { runThreeStreams } from './run-three-streams.ts';
import { createEnrichmentEvents } from './enrichment-events.ts';

interface Speed {
  readonly eventsPerSecond: number;
}

export interface DigitizationBenchResult {
  readonly bench: string;
  readonly events: number;
  /** Dossier events alone; digitization events while all three streams come; all events of the three together. */
  readonly runs: Readonly<Record<'baseline' | 'ours' | 'together', Speed>>;
  /** Over the baseline; 0 where a figure is wrong. */
  readonly ratios: { readonly baseline: number; readonly together: number };
  readonly exact: boolean;
}

/**
 * The spine's projection of dossier events alone (baseline) and the same consumer with all three topics full, in one call; `events` is the
 * number of dossier events, and of digitization events. Every figure of the three streams is checked afterwards.
 */
export async function runDigitizationBench({
  databaseUrl,
  brokers,
  events: count,
  onProgress = () => undefined,
}: ProjectionBenchOptions): Promise<DigitizationBenchResult> {
  const fixture = createBenchFixture(databaseUrl, brokers);
  try {
    onProgress(`making and publishing ${count} dossier events`);
    const events = createBenchEvents(count);
    await fixture.publish(events);
    onProgress('baseline: dossier events alone');
    const baseline = await runOurs(fixture, await fixture.createDatabase('baseline'), count);
    const side = createEnrichmentEvents(events);
    const { causes, digitizations } = side;
    onProgress(`publishing ${digitizations.length} digitization events and ${causes.length} overdue causes`);
    await fixture.publish(digitizations, fixture.digitizationTopic);
    await fixture.publish(causes, fixture.slaTopic);
    onProgress('ours: all three streams at once');
    const pool = await fixture.createDatabase('ours');
    const counts = { dossierEvents: count, causes: causes.length, digitizations: digitizations.length };
    const ours = await runThreeStreams(fixture, pool, counts);
    onProgress('checking every figure');
    return toResult(
      count,
      { baseline, ours: ours.digitizations, together: ours.together },
      await areFiguresExact(pool, events, side),
    );
  } finally {
    await fixture.close();
  }
}

function toResult(
  events: number,
  { baseline, ours, together }: Record<'baseline' | 'ours' | 'together', number>,
  exact: boolean,
): DigitizationBenchResult {
  const score = (speed: number): number => (exact ? Number((speed / baseline).toFixed(3)) : 0);
  return {
    bench: 'digitization',
    events,
    runs: {
      baseline: { eventsPerSecond: baseline },
      ours: { eventsPerSecond: ours },
      together: { eventsPerSecond: together },
    },
    ratios: { baseline: score(ours), together: score(together) },
    exact,
  };
}
