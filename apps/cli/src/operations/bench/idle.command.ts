import { Command } from 'commander';
import { setTimeout as rest } from 'node:timers/promises';
import { Client } from 'pg';
import { findStackFile, type StackFile, connectToStack, getStackPaths } from '@motcua/stack';
import {
  CliError,
  formatDecimal,
  printJson,
  printLines,
  toExamples,
  parseCount,
  createProgress,
  toTable,
} from '@motcua/terminal';
import { readCpuSeconds } from './process-tree.ts';

const MINUTE_S = 60;

interface Idle {
  /** CPU seconds a minute, by process. */
  readonly processes: Readonly<Record<string, number>>;
  readonly cpuSecondsPerMinute: number;
  readonly transactionsPerSecond: number;
}

/** `motcua bench idle`: what the running stack uses while nobody asks for anything. */
export function createIdleBenchCommand(): Command {
  return new Command('idle')
    .description(
      'CPU seconds a minute that the running embedded stack uses, by process with its children, and its database transactions a second.\n' +
        'Leave the stack alone meanwhile: what is measured is whatever it does. Linux only.',
    )
    .option('--seconds <count>', 'how long to measure', parseCount, MINUTE_S)
    .option('--json', 'print {"processes": {name: CPU s/min}, "cpuSecondsPerMinute", "transactionsPerSecond"}')
    .addHelpText('after', toExamples('motcua bench idle', 'motcua bench idle --seconds 300 --json'))
    .action(async ({ seconds, json = false }: { seconds: number; json?: boolean }) => {
      const stack = await readStack();
      const idle = await createProgress({ stream: process.stderr }).step(`${seconds} s of rest`, () => measure(stack, seconds));
      if (json) printJson(idle);
      else printLines(...toLines(idle));
    });
}

async function readStack(): Promise<StackFile> {
  if (process.platform !== 'linux') {
    throw new CliError({ code: 'bench.linux-only', message: 'CPU is read from /proc, which only Linux has.', hint: 'Use top.' });
  }
  await connectToStack(); // or says that none runs
  const stack = await findStackFile(getStackPaths());
  if (stack === undefined) throw new Error('the stack has just been stopped');
  return stack;
}

async function measure(stack: StackFile, seconds: number): Promise<Idle> {
  const pids = toPids(stack);
  const readAll = async () => ({
    cpu: await Promise.all(pids.map(({ pid, isAlone }) => readCpuSeconds(pid, isAlone))),
    transactions: await countTransactions(stack.postgres.url),
  });
  const before = await readAll();
  await rest(seconds * 1_000);
  const after = await readAll();
  const perMinute = pids.map((_, index) => (((after.cpu[index] ?? 0) - (before.cpu[index] ?? 0)) * MINUTE_S) / seconds);
  return {
    processes: Object.fromEntries(pids.map(({ name }, index) => [name, round(perMinute[index] ?? 0)])),
    cpuSecondsPerMinute: round(perMinute.reduce((total, used) => total + used, 0)),
    transactionsPerSecond: round((after.transactions - before.transactions) / seconds),
  };
}

function toPids({ services, postgres, kafka, mail, supervisor }: StackFile) {
  const servers = { PostgreSQL: postgres.pid, Kafka: kafka.pid, 'mail catcher': mail?.pid };
  const all = [...Object.entries(services).map(([name, { pid }]) => [name, pid] as const), ...Object.entries(servers)];
  const known = all.flatMap(([name, pid]) => (pid === undefined ? [] : [{ name, pid, isAlone: false }]));
  // The others are its children.
  return [...known, { name: 'the command', pid: supervisor.pid, isAlone: true }];
}

async function countTransactions(url: string): Promise<number> {
  const client = new Client({ connectionString: url, application_name: 'bench idle' });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(
      'SELECT sum(xact_commit + xact_rollback) AS count FROM pg_stat_database',
    );
    return Number(rows[0]?.count ?? 0);
  } finally {
    await client.end();
  }
}

function toLines({ processes, cpuSecondsPerMinute, transactionsPerSecond }: Idle): string[] {
  const used = Object.entries(processes).sort(([, one], [, other]) => other - one);
  const rows = [...used, ['all together', cpuSecondsPerMinute] as const].map(([name, value]) => [name, formatDecimal(value, 1)]);
  return [
    toTable([{ title: 'process' }, { title: 'CPU s/min', align: 'right' }], rows),
    '',
    `${transactionsPerSecond} database transactions a second`,
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
