import { createBenchEvents } from './bench-events.ts';
import { createBenchFixture } from './bench-fixture.ts';
import { areFiguresExact } from './check-figures.ts';
import { runBaseline } from './run-baseline.ts';
import { runLimit } from './run-limit.ts';
import { runOurs } from './run-ours.ts';

export interface ProjectionBenchOptions {
  /** A role that may create databases and roles. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Events of the log; the baseline takes a part of them, it would take minutes. */
  readonly events: number;
  readonly onProgress?: (message: string) => void;
}

export interface BenchResult {
  readonly bench: string;
  readonly events: number;
  readonly runs: Readonly<Record<'baseline' | 'ours' | 'limit', { readonly eventsPerSecond: number }>>;
  /** Ours over each of the others; 0 where a figure is wrong. */
  readonly ratios: { readonly baseline: number; readonly limit: number };
  readonly exact: boolean;
}

const BASELINE_SHARE = 25;
const BASELINE_LEAST = 2_000;

/** Baseline, ours and limit in one call, on a topic and databases of its own; every figure is checked afterwards. */
export async function runProjectionBench({
  databaseUrl,
  brokers,
  events: count,
  onProgress = () => undefined,
}: ProjectionBenchOptions): Promise<BenchResult> {
  const fixture = createBenchFixture(databaseUrl, brokers);
  try {
    onProgress(`making and publishing ${count} events`);
    const events = createBenchEvents(count);
    await fixture.publish(events);
    onProgress('limit: kafkajs and JSON.parse alone');
    const limit = await runLimit(fixture, count);
    onProgress('ours: whole batches, a transaction a batch');
    const pool = await fixture.createDatabase('ours');
    const ours = await runOurs(fixture, pool, count);
    onProgress('checking every figure');
    const exact = await areFiguresExact(pool, events);
    onProgress('baseline: Nest’s own transport, a transaction an event');
    const part = Math.min(count, Math.max(BASELINE_LEAST, Math.round(count / BASELINE_SHARE)));
    const baseline = await runBaseline(fixture, await fixture.createDatabase('baseline'), part);
    return toResult(count, { baseline, ours, limit }, exact);
  } finally {
    await fixture.close();
  }
}

function toResult(events: number, speeds: Record<'baseline' | 'ours' | 'limit', number>, exact: boolean): BenchResult {
  const score = (other: number): number => (exact ? Number((speeds.ours / other).toFixed(3)) : 0);
  return {
    bench: 'projection',
    events,
    runs: {
      baseline: { eventsPerSecond: speeds.baseline },
      ours: { eventsPerSecond: speeds.ours },
      limit: { eventsPerSecond: speeds.limit },
    },
    ratios: { baseline: score(speeds.baseline), limit: score(speeds.limit) },
    exact,
  };
}
