/**
 *   DATABASE_URL=postgres://admin@host/postgres KAFKA_BROKERS=host:9092 node apps/kpi-aggregator/dist/bench/digitization.js --json
 *
 * `--events <n>` (default 100000). Progress goes to stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runDigitizationBench, type DigitizationBenchResult } from './digitization.bench.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, events: { type: 'string', default: '100000' } },
});
const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = process.env;
if (databaseUrl === undefined || brokers === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases) and KAFKA_BROKERS.');
  process.exit(2);
}

const result = await runDigitizationBench({
  databaseUrl,
  brokers: brokers.split(','),
  events: Number(values.events),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, ratios, exact }: DigitizationBenchResult): string {
  const line = (name: string, speed: number): string => `${name.padEnd(10)} ${speed.toLocaleString('en').padStart(12)} events/s`;
  return [
    line('baseline', runs.baseline.eventsPerSecond),
    line('ours', runs.ours.eventsPerSecond),
    line('together', runs.together.eventsPerSecond),
    `digitization beside the others is ${ratios.baseline} × the dossier events alone, all three ${ratios.together} ×; figures ${exact ? 'exact' : 'WRONG'}`,
  ].join('\n');
}
