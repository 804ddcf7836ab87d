/**
 *   DATABASE_URL=postgres://admin@host/postgres KAFKA_BROKERS=host:9092 node apps/digitization-tracker/dist/bench/upload.js --json
 *
 * `--small <n>` files of 200 kB (default 400), `--large <n>` files of 10 MB (default 40). Progress goes to stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runUploadBench, type BenchResult, type RunName } from './upload.bench.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    small: { type: 'string', default: '400' },
    large: { type: 'string', default: '40' },
  },
});
const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = process.env;
if (databaseUrl === undefined || brokers === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases) and KAFKA_BROKERS.');
  process.exit(2);
}

const result = await runUploadBench({
  databaseUrl,
  brokers: brokers.split(','),
  small: Number(values.small),
  large: Number(values.large),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, ratios, exact, clients }: BenchResult): string {
  const line = (name: RunName): string => {
    const { uploadsPerSecond, megabytesPerSecond } = runs[name];
    return `${name.padEnd(14)} ${uploadsPerSecond.toFixed(1).padStart(9)} uploads/s ${megabytesPerSecond.toFixed(1).padStart(9)} MB/s`;
  };
  return [
    ...(['baselineSmall', 'oursSmall', 'baselineLarge', 'oursLarge'] as const).map(line),
    `${clients} clients at a time; ours is ${ratios.small} × the baseline with files of 200 kB, ${ratios.large} × with files of 10 MB; ` +
      (exact ? 'each is there, once and whole' : 'SOME LOST, DOUBLED OR DAMAGED'),
  ].join('\n');
}
