import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const launcher = resolve(import.meta.dirname, '../../../../apps/cli/bin/motcua.js');
export const workspaceRoot = resolve(import.meta.dirname, '../../../..');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `motcua <args>` as a person would, in a stack of its own under `home`, with `env` beside ours. Resolves however it ends. */
export function runMotcua(
  home: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: workspaceRoot,
      env: { ...process.env, MOTCUA_HOME: home, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Runs a command that must succeed and answers its `--json`. Throws with what the command said. */
export async function motcuaJson<T>(home: string, ...args: string[]): Promise<T> {
  const result = await runMotcua(home, [...args, '--json']);
  if (result.code !== 0) throw new Error(`motcua ${args.join(' ')} exited ${result.code}:\n${result.stdout}\n${result.stderr}`);
  return JSON.parse(result.stdout) as T;
}
