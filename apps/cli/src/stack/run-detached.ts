import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findStackFile, getStackPaths, type StackPaths, findSupervisor } from '@motcua/stack';
import { CliError, printJson } from '@motcua/terminal';
import { followLines } from './follow-lines.ts';
import { prepareAccounts } from './prepare-accounts.ts';
import { showAccounts } from './show-accounts.ts';
import type { UpOptions } from './up-options.ts';

/** Set in the background process: nobody looks, so it shows no board. */
export const SUPERVISOR_VARIABLE = 'MOTCUA_SUPERVISOR';

/** Starts the same command in the background and shows what it says until it is ready or has failed. */
export async function runDetached(options: UpOptions): Promise<void> {
  const paths = getStackPaths();
  const running = await findSupervisor(paths);
  if (running !== undefined) {
    const message = `The stack is already running (process ${running}).`;
    throw new CliError({ code: 'stack.already-running', message, hint: 'motcua status, motcua down' });
  }
  // Here, and not in the background: what is said there stands in a file.
  const shown = await prepareAccounts(paths);
  await mkdir(paths.logs, { recursive: true });
  const logFile = join(paths.logs, 'supervisor.log');
  const log = await open(logFile, 'w');
  const supervisor = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'up', ...toArguments(options)], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, [SUPERVISOR_VARIABLE]: '1' },
  });
  const ended = new Promise<number>((resolve) =>
    supervisor.once('exit', (code) => {
      resolve(code ?? 1);
    }),
  );
  supervisor.unref();
  await log.close();

  const lines: string[] = [];
  const follow = followLines(logFile, (line) => {
    lines.push(line);
    if (options.json !== true) process.stdout.write(`${line}\n`);
  });
  const failed = await Promise.race([ended, untilRunning(paths, supervisor.pid)]);
  await follow.stop();
  if (failed !== undefined) {
    // On a terminal its words stand just above.
    const words = options.json === true ? `:\n${lines.slice(-15).join('\n')}` : '.';
    const message = `The stack did not start (exit code ${failed})${words}`;
    throw new CliError({ code: 'stack.not-started', message, hint: `The whole log: ${logFile}` });
  }
  const passwords = shown.map(({ id, password }) => ({ id, password }));
  if (options.json === true) printJson({ ...(await findStackFile(paths)), ...(shown.length === 0 ? {} : { passwords }) });
  else showAccounts(shown, { line: (line) => void process.stdout.write(`${line}\n`) });
}

async function untilRunning(paths: StackPaths, supervisorPid: number | undefined): Promise<undefined> {
  for (;;) {
    const stack = await findStackFile(paths);
    // A stack that was killed may have left a file that says it runs.
    if (stack?.phase === 'running' && stack.supervisor.pid === supervisorPid) return undefined;
    await delay(100, undefined, { ref: false });
  }
}

function toArguments({ simulate, scenario, clock }: UpOptions): string[] {
  const drill = clock === undefined ? [] : ['--clock', clock.toISOString()];
  return [...(simulate ? [] : ['--no-simulate']), ...(scenario ? [] : ['--no-scenario']), ...drill];
}
