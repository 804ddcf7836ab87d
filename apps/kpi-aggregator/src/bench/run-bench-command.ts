import { parseArgs } from 'node:util';
import type { ProjectionBenchOptions } from './projection.bench.ts';

interface Bench<Result> {
  /** How many events unless told by `--events`. */
  readonly events: number;
  readonly run: (options: ProjectionBenchOptions) => Promise<Result>;
  /** For people; `--json` gives the result as it is. */
  readonly toText: (result: Result) => string;
}

/** A bench as a command: progress goes to stderr, the result to stdout; exit code 1 where a figure is wrong, 2 where it cannot run. */
export async function runBenchCommand<Result extends { readonly exact: boolean }>(bench: Bench<Result>): Promise<never> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, events: { type: 'string', default: String(bench.events) } },
  });
  const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = process.env;
  if (databaseUrl === undefined || brokers === undefined) {
    console.error('Set DATABASE_URL (a role that may create databases) and KAFKA_BROKERS.');
    process.exit(2);
  }
  const result = await bench.run({
    databaseUrl,
    brokers: brokers.split(','),
    events: Number(values.events),
    onProgress: (message) => {
      console.error(message);
    },
  });
  console.log(values.json ? JSON.stringify(result) : bench.toText(result));
  process.exit(result.exact ? 0 : 1);
}

export const toSpeedLine = (name: string, { eventsPerSecond }: { readonly eventsPerSecond: number }): string =>
  `${name.padEnd(10)} ${eventsPerSecond.toLocaleString('en').padStart(12)} events/s`;
