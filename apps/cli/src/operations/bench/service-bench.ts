import { Command } from 'commander';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from '@motcua/stack';
import { CliError, toExamples, createProgress } from '@motcua/terminal';
import { withBenchServers } from './bench-servers.ts';
import { requireRedis } from './require-redis.ts';

/** A bench that lives in a service: its runner, what it needs beside PostgreSQL, and how much of what it does. */
export interface ServiceBench {
  readonly name: string;
  readonly description: string;
  /** Below the workspace's root. */
  readonly script: string;
  readonly needs: readonly ('kafka' | 'redis')[];
  readonly counts: readonly { readonly name: string; readonly what: string; readonly preset: string }[];
  /** Options of an example that is quickly done. */
  readonly example: string;
}

export function createServiceBenchCommand({ name, description, script, needs, counts, example }: ServiceBench): Command {
  const command = new Command(name).description(description);
  for (const { name: count, what, preset } of counts) command.option(`--${count} <count>`, what, preset);
  return command
    .option('--json', 'print {"bench", "runs", "ratios", "exact"}')
    .addHelpText('after', toExamples(`motcua bench ${name}`, `motcua bench ${name} ${example} --json`))
    .action(async ({ json, ...given }: Record<string, unknown> & { json?: boolean }) => {
      const args = [...toArguments(counts, given), ...(json === true ? ['--json'] : [])];
      const redis = needs.includes('redis') ? { REDIS_URL: await requireRedis(process.env) } : {};
      const progress = createProgress({ stream: process.stderr });
      process.exitCode = await withBenchServers(progress, { kafka: needs.includes('kafka') }, ({ databaseUrl, brokers }) =>
        runBench(script, args, {
          DATABASE_URL: databaseUrl,
          ...(brokers === undefined ? {} : { KAFKA_BROKERS: brokers }),
          ...redis,
        }),
      );
    });
}

/** CliError `bench.<name>-invalid` for what is no count. */
export function toArguments(counts: ServiceBench['counts'], given: Readonly<Record<string, unknown>>): string[] {
  return counts.flatMap(({ name }) => {
    const count = String(given[name]);
    if (/^[1-9]\d{0,7}$/.test(count)) return [`--${name}`, count];
    throw new CliError({
      code: `bench.${name}-invalid`,
      message: `--${name} ${count} is no count.`,
      hint: 'Give a whole number from 1 to 99999999.',
      exitCode: 2,
    });
  });
}

/** In a process of its own, so that nothing of this one is measured; it writes to this terminal. Answers its exit code. */
function runBench(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  // Ctrl-C reaches the bench too and ends it; this process stays to stop the servers.
  process.on('SIGINT', () => undefined);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(workspaceRoot, script), ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', fail);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
