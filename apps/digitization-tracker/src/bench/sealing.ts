/**
 *   DATABASE_URL=postgres://admin@host/postgres node apps/digitization-tracker/dist/bench/sealing.js --json
 *
 * `--megabytes <n>` of each size a round (default 100), `--rounds <n>` (default 3). Progress goes to stderr, the result to stdout.
 */
import { parseArgs } from 'node:util';
import { runSealingBench, type SealingBenchResult, type SizeName } from './sealing.bench.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    megabytes: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
  },
});
const { DATABASE_URL: databaseUrl } = process.env;
if (databaseUrl === undefined) {
  console.error('Set DATABASE_URL (a role that may create databases).');
  process.exit(2);
}

const result = await runSealingBench({
  databaseUrl,
  megabytes: Number(values.megabytes),
  rounds: Number(values.rounds),
  onProgress: (message) => {
    console.error(message);
  },
});
console.log(values.json ? JSON.stringify(result) : toText(result));
process.exit(result.exact ? 0 : 1);

function toText({ runs, added, exact }: SealingBenchResult): string {
  const line = (name: SizeName): string => {
    const { bytes, files, clear, sealed, ratios } = runs[name];
    const figures = (['wallMs', 'cpuMs'] as const).map(
      (of) => `${of} ${clear[of].toFixed(2).padStart(8)} → ${sealed[of].toFixed(2).padStart(8)} (${ratios[of].toFixed(2)} ×)`,
    );
    return `${String(bytes / 1_000).padStart(6)} kB, ${String(files).padStart(5)} files: ${figures.join('   ')}`;
  };
  return [
    ...(['small', 'medium', 'large'] as const).map(line),
    `clear → sealed, a file; sealing adds ${added.cpuMsAFile} ms of CPU a file and ${added.cpuMsAMegabyte} ms a megabyte; ` +
      (exact ? 'each is there, once and whole' : 'SOME LOST, DOUBLED OR DAMAGED'),
  ].join('\n');
}
