import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { workspaceRoot } from './repository.ts';

export interface ScriptEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process of ours with these variables, and of the others only where programs are found. */
export async function runScript(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ScriptEnd> {
  const child = spawn(process.execPath, args, {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}
