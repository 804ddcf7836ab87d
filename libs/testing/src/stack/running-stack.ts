import { waitFor } from '../wait-for.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMotcua } from './motcua.ts';
import { giveOwnPorts } from './own-ports.ts';
import { prepareTestIssuer } from './test-issuer.ts';

export interface StackFile {
  readonly gateway: { readonly url: string };
  readonly postgres: { readonly url: string; readonly pid?: number };
  readonly mail?: { readonly url: string };
  readonly services: Readonly<Record<string, { readonly url: string; readonly pid: number }>>;
  readonly kafka: { readonly brokers: string; readonly pid?: number };
}

/** A whole stack in a folder of its own, started as a newcomer starts it. */
export interface RunningStack {
  readonly home: string;
  readonly gatewayUrl: () => Promise<string>;
  /** SIGKILL to a service, or to Kafka; the supervisor brings it back. Answers the pid that was killed. */
  readonly kill: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** One that was started here. */
export interface StartedStack extends RunningStack {
  /** What the command printed; the passwords of its accounts are in it, and nowhere else. */
  readonly said: string;
}

/**
 * Starts `motcua up --detach <flags>`, with more in its environment where told, and waits until it is ready. Throws with the command's
 * words where it does not start.
 */
export async function startStack(flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<StartedStack> {
  const home = await prepareOwnHome();
  const up = await runMotcua(home, ['up', '--detach', ...flags], env);
  if (up.code !== 0) {
    await runMotcua(home, ['reset', '--yes']);
    throw new Error(`motcua up exited ${up.code}:\n${up.stdout}\n${up.stderr}`);
  }
  return { ...controlStack(home), said: up.stdout };
}

/** A folder for a stack: with ports of its own, and a key by which tests sign tokens. */
export async function prepareOwnHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-e2e-'));
  await giveOwnPorts(home);
  await prepareTestIssuer(home);
  return home;
}

/** The stack that runs in a folder. */
export function controlStack(home: string): RunningStack {
  return {
    home,
    gatewayUrl: async () => (await readStackFile(home)).gateway.url,
    kill: (name) => killProcess(home, name),
    stop: async () => {
      await runMotcua(home, ['reset', '--yes']);
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function readStackFile(home: string): Promise<StackFile> {
  return JSON.parse(await readFile(join(home, 'stack.json'), 'utf8')) as StackFile;
}

/** Kills it where it runs; where it has just ended by itself, once the supervisor has brought it back. */
async function killProcess(home: string, name: string): Promise<number> {
  return waitFor(
    async () => {
      const stack = await readStackFile(home);
      const pid = name === 'kafka' ? stack.kafka.pid : stack.services[name]?.pid;
      if (pid === undefined) throw new Error(`stack.json names no process ${name}`);
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    { describe: `a process ${name} to kill` },
  );
}
