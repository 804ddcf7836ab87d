/**
 *   DATABASE_URL=postgres://admin@host/postgres KAFKA_BROKERS=host:9092 node apps/kpi-aggregator/dist/bench/projection.js --json
 *
 * `--events <n>` (default 300000). Progress goes to stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runProjectionBench, type BenchResult } from './projection.bench.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, events: { type: 'string', default: '300000' } },
});
const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = process.env;
if (databaseUrl === undefined || brokers === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases) and KAFKA_BROKERS.');
  process.exit(2);
}

const result = await runProjectionBench({
  databaseUrl,
  brokers: brokers.split(','),
  events: Number(values.events),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, ratios, exact }: BenchResult): string {
  const line = (name: string, speed: number): string => `${name.padEnd(10)} ${speed.toLocaleString('en').padStart(12)} events/s`;
  return [
    line('baseline', runs.baseline.eventsPerSecond),
    line('ours', runs.ours.eventsPerSecond),
    line('limit', runs.limit.eventsPerSecond),
    `ours is ${ratios.baseline} × the baseline and ${ratios.limit} × the limit; figures ${exact ? 'exact' : 'WRONG'}`,
  ].join('\n');
}
