/**
 *   DATABASE_URL=postgres://admin@host/postgres KAFKA_BROKERS=host:9092 node apps/kpi-aggregator/dist/bench/projection.js --json
 *
 * `--events <n>` (default 300000). Progress goes to stderr, the result to stdout.
 */
import { runProjectionBench, type BenchResult } from './projection.bench.ts';
import { runBenchCommand, toSpeedLine } from './run-bench-command.ts';

await runBenchCommand({ events: 300_000, run: runProjectionBench, toText });

function toText({ runs, ratios, exact }: BenchResult): string {
  return [
    toSpeedLine('baseline', runs.baseline),
    toSpeedLine('ours', runs.ours),
    toSpeedLine('limit', runs.limit),
    `ours is ${ratios.baseline} × the baseline and ${ratios.limit} × the limit; figures ${exact ? 'exact' : 'WRONG'}`,
  ].join('\n');
}
