import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { plainEnvironment } from './plain-environment.ts';
import { findTestIssuer } from './test-issuer.ts';

const launcher = resolve(import.meta.dirname, '../../../../apps/cli/bin/motcua.js');
export const workspaceRoot = resolve(import.meta.dirname, '../../../..');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  /** What it has written to stderr so far. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  readonly stop: () => void;
  /** However it ends. */
  readonly ended: Promise<CommandResult>;
}

/** Starts `motcua <args>` as a person would, in a stack of its own under `home`, with `env` beside ours. */
export function startMotcua(home: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCommand {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd: workspaceRoot,
    env: { ...plainEnvironment(), MOTCUA_HOME: home, ...findTestIssuer(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let hasEnded = false;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const ended = new Promise<CommandResult>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      hasEnded = true;
      done({ code: code ?? 1, stdout, stderr });
    });
  });
  const stop = (): void => void child.kill();
  return { said: () => stderr, hasEnded: () => hasEnded, stop, ended };
}

/** The same, to its end. */
export const runMotcua = (...command: Parameters<typeof startMotcua>): Promise<CommandResult> => startMotcua(...command).ended;

/** Runs a command that must succeed and answers its `--json`. Throws with what the command said. */
export async function motcuaJson<T>(home: string, ...args: string[]): Promise<T> {
  const result = await runMotcua(home, [...args, '--json']);
  if (result.code !== 0) throw new Error(`motcua ${args.join(' ')} exited ${result.code}:\n${result.stdout}\n${result.stderr}`);
  return JSON.parse(result.stdout) as T;
}
