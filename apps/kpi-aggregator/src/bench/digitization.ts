/**
 *   DATABASE_URL=postgres://admin@host/postgres KAFKA_BROKERS=host:9092 node apps/kpi-aggregator/dist/bench/digitization.js --json
 *
 * `--events <n>` (default 100000). Progress goes to stderr, the result to stdout.
 */
import { runDigitizationBench, type DigitizationBenchResult } from './digitization.bench.ts';
import { runBenchCommand, toSpeedLine } from './run-bench-command.ts';

await runBenchCommand({ events: 100_000, run: runDigitizationBench, toText });

function toText({ runs, ratios, exact }: DigitizationBenchResult): string {
  return [
    toSpeedLine('baseline', runs.baseline),
    toSpeedLine('ours', runs.ours),
    toSpeedLine('together', runs.together),
    `digitization beside the others is ${ratios.baseline} × the dossier events alone, all three ${ratios.together} ×; figures ${exact ? 'exact' : 'WRONG'}`,
  ].join('\n');
}
