/**
 *   DATABASE_URL=postgres://admin@host/postgres REDIS_URL=redis://host:6379 node apps/notification/dist/bench/notify.js --json
 *
 * `--deliveries <n>` (default 20000). Progress goes to stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runNotifyBench, type BenchResult } from './notify.bench.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, deliveries: { type: 'string', default: '20000' } },
});
const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
if (databaseUrl === undefined || redisUrl === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases) and REDIS_URL.');
  process.exit(2);
}

const result = await runNotifyBench({
  databaseUrl,
  redisUrl,
  deliveries: Number(values.deliveries),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, ratios, exact, concurrency }: BenchResult): string {
  const line = (name: string, { deliveriesPerSecond }: { readonly deliveriesPerSecond: number }): string =>
    `${name.padEnd(10)} ${deliveriesPerSecond.toLocaleString('en').padStart(10)} deliveries/s`;
  return [
    line('baseline', runs.baseline),
    line('redis', runs.redis),
    line('postgres', runs.postgres),
    `${concurrency} at a time; through Redis ${ratios.redis} × the baseline, through PostgreSQL ${ratios.postgres} ×; ` +
      (exact ? 'each sent once' : 'SOME LOST OR SENT TWICE'),
  ].join('\n');
}
