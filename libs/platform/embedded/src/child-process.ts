import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ExitReport {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it said last, oldest first: the reason is nearly always there. */
  readonly lastLines: readonly string[];
}

export interface ChildProcess {
  readonly pid: number;
  /** Resolves when the process has ended, however it ended; never rejects. */
  readonly exited: Promise<ExitReport>;
  hasExited(): boolean;
  lastLines(): readonly string[];
  /** Sends each signal in turn, waiting `graceMs` after each, until the process has ended. The last should be SIGKILL. */
  stop(signals: readonly NodeJS.Signals[], graceMs: number): Promise<ExitReport>;
}

export interface ChildCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly onLine: (line: string) => void;
}

const KEPT_LINES = 30;

/**
 * Starts a server process in a process group of its own: Ctrl-C in the terminal reaches only us, and we stop the servers in
 * the order that loses nothing. Throws when the file cannot be executed.
 */
export async function startChild(command: ChildCommand): Promise<ChildProcess> {
  const lines: string[] = [];
  const child = spawn(command.file, command.args, {
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: command.env ?? process.env,
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    ...command.user,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });

  const keep = (line: string): void => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    command.onLine(line);
  };
  createInterface({ input: child.stdout }).on('line', keep);
  createInterface({ input: child.stderr }).on('line', keep);

  let ended = false;
  const exited = new Promise<ExitReport>((resolve) => {
    child.once('exit', () => (ended = true));
    child.once('close', (code, signal) => {
      resolve({ code, signal, lastLines: [...lines] });
    });
  });

  return {
    pid: child.pid ?? 0,
    exited,
    hasExited: () => ended,
    lastLines: () => [...lines],
    async stop(signals, graceMs) {
      for (const signal of signals) {
        if (ended) break;
        child.kill(signal);
        if (await settlesWithin(exited, graceMs)) break;
      }
      return exited;
    },
  };
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const settled = await Promise.race([promise.then(() => true), timeout]);
  clearTimeout(timer);
  return settled;
}
