import { openLogFile, type SupervisionEvent, startStack, toSentence, requirePrerequisites } from '@motcua/stack/run';
import { prepareNotices, prepareReference, demoParts } from '@motcua/demo';
import {
  findTestIssuer,
  type StackConnection,
  getStackPaths,
  type StackPaths,
  releaseSupervisorLock,
  takeSupervisorLock,
} from '@motcua/stack';
import { CliError, createProgress, type Progress, listenForStop, type StopRequest } from '@motcua/terminal';
import { loadScenario } from './load-scenario.ts';
import { prepareAccounts } from './prepare-accounts.ts';
import { createBeside } from './run-beside.ts';
import { SUPERVISOR_VARIABLE } from './run-detached.ts';
import { createStackScreen } from './stack-screen.ts';
import { showAccounts } from './show-accounts.ts';
import { showAddresses } from './show-addresses.ts';
import type { UpOptions } from './up-options.ts';

/** Brings the stack up, stays until it is told to stop, and takes it down again. */
export async function runInForeground(options: UpOptions): Promise<void> {
  const paths = getStackPaths();
  const progress = createProgress({ stream: process.stdout, json: options.json === true });
  const lock = await takeSupervisorLock(paths);
  if (!lock.taken) {
    const message = `The stack is already running (process ${lock.by}).`;
    throw new CliError({ code: 'stack.already-running', message, hint: 'motcua status, motcua down' });
  }
  const stop = listenForStop();
  try {
    await runUntilStopped({ paths, progress, stop, options });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    // Whatever an interrupted start threw, it is because it was interrupted.
    progress.line('stopped');
  } finally {
    stop.release();
    await releaseSupervisorLock(paths);
  }
}

interface Run {
  readonly paths: StackPaths;
  readonly progress: Progress;
  readonly stop: StopRequest;
  readonly options: UpOptions;
}

async function runUntilStopped({ paths, progress, stop, options }: Run): Promise<void> {
  const { signal } = stop;
  await progress.step('prerequisites', () => requirePrerequisites(paths));
  const shown = await progress.step('accounts', () => prepareAccounts(paths));
  if (findTestIssuer(process.env) !== undefined)
    progress.warn('This stack is for tests: whoever has their key is anybody here (MOTCUA_TEST_ISSUER_JWKS).');
  const log = openLogFile(paths.logs, 'stack');
  const screen = createStackScreen(progress);
  const onEvent = (event: SupervisionEvent): void => {
    log.write(`${new Date().toISOString()} ${toSentence(event)}`);
    screen.warn(toSentence(event));
  };
  const preparation = { paths, progress, signal, parts: demoParts };
  const stack = await startStack({
    paths,
    progress,
    signal,
    onEvent,
    clock: options.clock,
    onKillable: stop.onSecond,
    scenario: options.scenario ? 'on' : 'off',
    seedReference: (connection) => prepareReference({ ...preparation, stack: connection }),
  });
  const { connection } = stack;
  const beside = createBeside(signal, screen.warn);
  try {
    await prepareNotices({ ...preparation, stack: connection });
    showAddresses(connection, paths, progress);
    // What is said in the background stands in a file: whoever started it shows them.
    if (!isInBackground()) showAccounts(shown, progress);
    // Drawn, the board shows the scenario arriving; lines of moving figures would bury those of its progress.
    const isDrawn = showsBoard(options) && process.stdout.isTTY;
    if (isDrawn) beside.run('the live board', (ended) => screen.drawBoard(connection, ended));
    const loading = { ...preparation, stack: connection, progress: screen };
    const isComplete = options.scenario && (await loadScenario(loading, { isWatched: !isInBackground() }));
    await stack.record.update((current) => ({ ...current, phase: 'running' }));
    if (isComplete) await tellComplete(connection, { screen, signal, options });
    const play = (ended: AbortSignal): Promise<unknown> => demoParts.startTodaysCounters({ stack: connection, signal: ended });
    if (options.simulate) beside.run('the counters of today', play);
    if (showsBoard(options) && !isDrawn) beside.run('the live board', (ended) => screen.printBoard(connection, ended));
    await stop.stopped;
  } finally {
    await beside.end();
    await stack.stop(progress);
    await log.close();
  }
}

interface Complete extends Pick<Run, 'options'> {
  readonly screen: Progress;
  readonly signal: AbortSignal;
}

async function tellComplete(stack: StackConnection, { screen, signal, options }: Complete): Promise<void> {
  screen.line('The scenario is complete. What the supervising delegation would write of it:');
  const { showReport } = await import('../report/show-report.ts');
  await showReport({ stack, progress: screen, signal, width: getWidth(options) });
}

/** Started by `up --detach`: nobody looks. */
const isInBackground = (): boolean => process.env[SUPERVISOR_VARIABLE] !== undefined;

const showsBoard = (options: UpOptions): boolean => !isInBackground() && options.json !== true;

/** Where lines are read by a program, or stand in a log, they are not wrapped. */
const getWidth = (options: UpOptions): number | undefined =>
  process.stdout.isTTY && options.json !== true ? process.stdout.columns : undefined;
