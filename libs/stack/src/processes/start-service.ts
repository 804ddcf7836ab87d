import { startChild } from '@motcua/embedded';
import { resolve } from 'node:path';
import { CliError } from '@motcua/terminal';
import { toReadableLine } from './readable-line.ts';
import { workspaceRoot } from '../state/workspace-root.ts';
import type { RunningServer } from './supervise.ts';

export interface NodeProgram {
  /** Below the workspace's root, or absolute: `apps/gateway/dist/main.js`. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onLine: (line: string) => void;
}

/** Services stop within 5 s of SIGTERM; the rest is patience. */
const STOP_GRACE_MS = 8_000;

/** Starts `node <script>` as a process of its own. It runs when this resolves; whether it is ready, its health says. */
export async function startService(program: NodeProgram): Promise<RunningServer> {
  const child = await startChild(toCommand(program));
  return {
    pid: child.pid,
    exited: child.exited,
    async stop() {
      await child.stop(['SIGTERM', 'SIGKILL'], STOP_GRACE_MS);
    },
  };
}

/** Runs `node <script>` to its end. Throws with its last words when it fails. */
export async function runProgram(program: NodeProgram, signal: AbortSignal): Promise<void> {
  const child = await startChild(toCommand(program));
  const abort = (): void => void child.stop(['SIGTERM', 'SIGKILL'], STOP_GRACE_MS);
  signal.addEventListener('abort', abort, { once: true });
  const { code, lastLines } = await child.exited;
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (code === 0) return;
  const message = `${program.script} ended with exit code ${String(code)}:\n${lastLines.slice(-15).map(toReadableLine).join('\n')}`;
  throw new CliError({ code: 'stack.program-failed', message, hint: 'The words above are the last of its log in .motcua/logs.' });
}

function toCommand({ script, env, onLine }: NodeProgram) {
  return {
    file: process.execPath,
    args: ['--enable-source-maps', resolve(workspaceRoot, script)],
    cwd: workspaceRoot,
    env,
    onLine,
  };
}
