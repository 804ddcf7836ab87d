import { Command } from 'commander';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from '../../stack/stack-paths.ts';
import { CliError } from '../../terminal/failure.ts';
import { toExamples } from '../../terminal/output.ts';
import { createProgress } from '../../terminal/progress.ts';
import { withBenchServers, type BenchServers } from './bench-servers.ts';

const projectionBench = join(workspaceRoot, 'apps/kpi-aggregator/dist/bench/projection.js');

/** `motcua bench <name>`: each runs its baseline in the same call and prints the ratio. See docs/benchmarks.md. */
export function createBenchCommand(): Command {
  return new Command('bench')
    .description('Measures the product against a baseline in the same call.')
    .addCommand(createProjectionBenchCommand());
}

function createProjectionBenchCommand(): Command {
  return new Command('projection')
    .description(
      'Events a second through the projection, against Nest’s own Kafka transport with one transaction an event (baseline) and\n' +
        'kafkajs consume + JSON.parse of the same topic (limit). Figures are checked afterwards: exit 1 and ratios 0 if one is wrong.\n' +
        'Starts a PostgreSQL and a Kafka of its own unless DATABASE_URL (an administrator’s) and KAFKA_BROKERS are given.',
    )
    .option('--events <count>', 'events in the topic', '300000')
    .option('--json', 'print {"bench", "runs", "ratios", "exact"}')
    .addHelpText('after', toExamples('motcua bench projection', 'motcua bench projection --events 100000 --json'))
    .action(async ({ events, json = false }: { events: string; json?: boolean }) => {
      if (!/^[1-9]\d{0,7}$/.test(events))
        throw new CliError({
          code: 'bench.events-invalid',
          message: `--events ${events} is no count.`,
          hint: 'Give a whole number from 1 to 99999999.',
          exitCode: 2,
        });
      const progress = createProgress({ stream: process.stderr });
      const args = ['--events', events, ...(json ? ['--json'] : [])];
      process.exitCode = await withBenchServers(progress, (servers) => runBench(servers, args));
    });
}

/** In a process of its own, so that nothing of this one is measured; it writes to this terminal. Answers its exit code. */
function runBench({ databaseUrl, brokers }: BenchServers, args: readonly string[]): Promise<number> {
  // Ctrl-C reaches the bench too and ends it; this process stays to stop the servers.
  process.on('SIGINT', () => undefined);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [projectionBench, ...args], {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers },
    });
    child.on('error', fail);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
