/**
 *   DATABASE_URL=postgres://admin@host/postgres REDIS_URL=redis://host:6379 node apps/sla-timer/dist/bench/timers.js --json
 *
 * `--timers <n>` (default 2000000), `--herd <n>` (default 200000). REDIS_URL is redis://127.0.0.1:6379 unless told. Progress goes to
 * stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runTimersBench, type TimersBenchResult } from './timers.bench.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    timers: { type: 'string', default: '2000000' },
    herd: { type: 'string', default: '200000' },
  },
});
const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl = 'redis://127.0.0.1:6379' } = process.env;
if (databaseUrl === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases).');
  process.exit(2);
}

const result = await runTimersBench({
  databaseUrl,
  redisUrl,
  timers: Number(values.timers),
  herd: Number(values.herd),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, ratios, exact }: TimersBenchResult): string {
  const line = (name: 'baseline' | 'ours'): string => {
    const { bytes, schedule, reschedule, drain, lagP99Ms } = runs[name];
    const speeds = [schedule, reschedule, drain].map((speed) => speed.toLocaleString('en').padStart(9));
    return `${name.padEnd(10)} ${String(bytes).padStart(6)} bytes a timer ${speeds.join(' ')} scheduled, re-scheduled, fired/s, p99 ${lagP99Ms} ms`;
  };
  return [
    line('baseline'),
    line('ours'),
    `ours: ${ratios.bytes} × the bytes, ${ratios.drain} × the drain; every timer fired ${exact ? 'once' : 'WRONGLY'}`,
  ].join('\n');
}
