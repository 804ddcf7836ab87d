import { setTimeout as delay } from 'node:timers/promises';
import pc from 'picocolors';
import {
  openLogFile,
  type SupervisionEvent,
  type RunningStack,
  startStack,
  toSentence,
  requirePrerequisites,
} from '@motcua/stack/run';
import { prepareNotices, prepareReference, prepareScenario, demoParts } from '@motcua/demo';
import { type StackConnection, getStackPaths, type StackPaths, releaseSupervisorLock, takeSupervisorLock } from '@motcua/stack';
import {
  CliError,
  createNoticeOutput,
  type NoticeOutput,
  createProgress,
  type Progress,
  listenForStop,
  type StopRequest,
} from '@motcua/terminal';
import { SUPERVISOR_VARIABLE } from './run-detached.ts';
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
  const log = openLogFile(paths.logs, 'stack');
  const output = createNoticeOutput(process.stdout);
  const isBoardDrawn = showsBoard(options) && process.stdout.isTTY;
  let say = progress.warn;
  const onEvent = (event: SupervisionEvent): void => {
    log.write(`${new Date().toISOString()} ${toSentence(event)}`);
    say(toSentence(event));
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
  try {
    await prepareNotices({ ...preparation, stack: stack.connection });
    if (options.scenario) await prepareScenario({ ...preparation, stack: stack.connection });
    await stack.record.update((current) => ({ ...current, phase: 'running' }));
    tellWhereEverythingIs(stack, paths, progress);
    if (options.scenario) {
      const { tellReport } = await import('../report/tell-report.ts');
      await tellReport({ stack: stack.connection, progress, signal, width: getWidth(options) });
    }
    if (isBoardDrawn) say = output.notice;
    await stayUntilStopped(stack.connection, { stop, options, say, output });
    say = progress.warn;
  } finally {
    await stack.stop(progress);
    await log.close();
  }
}

/** What runs beside the services and does not end on its own is left behind. */
const END_WITHIN_MS = 5_000;

const showsBoard = (options: UpOptions): boolean => process.env[SUPERVISOR_VARIABLE] === undefined && options.json !== true;

/** Where lines are read by a program, or stand in a log, they are not wrapped. */
const getWidth = (options: UpOptions): number | undefined =>
  process.stdout.isTTY && options.json !== true ? process.stdout.columns : undefined;

interface Stay extends Pick<Run, 'stop' | 'options'> {
  readonly say: (text: string) => void;
  readonly output: NoticeOutput;
}

/** Counters and board run beside the services; if one of them fails, that is said, and the stack stays. */
async function stayUntilStopped(stack: StackConnection, { stop, options, say, output }: Stay): Promise<void> {
  const { signal, stopped } = stop;
  const report = (what: string) => (error: unknown) => {
    if (!signal.aborted) say(`${what} stopped: ${error instanceof Error ? error.message : String(error)}`);
  };
  const beside: Promise<unknown>[] = [];
  if (options.simulate) beside.push(demoParts.startTodaysCounters({ stack, signal }).catch(report('the counters of today')));
  if (showsBoard(options)) {
    const { showLiveBoard } = await import('../board/live-board.ts');
    beside.push(showLiveBoard({ stack, signal, tty: process.stdout.isTTY, output }).catch(report('the live board')));
  }
  await stopped;
  await Promise.race([Promise.all(beside), delay(END_WITHIN_MS, undefined, { ref: false })]);
}

/** Of the longest name of a service. */
const NAME_WIDTH = 20;

function tellWhereEverythingIs({ connection }: RunningStack, paths: StackPaths, progress: Progress): void {
  progress.line(`${pc.bold('Motcua is ready')} at ${pc.cyan(connection.gatewayUrl)}`);
  for (const [name, { url }] of Object.entries(connection.services)) progress.line(`  ${name.padEnd(NAME_WIDTH)} ${url}`);
  progress.line(`  ${'PostgreSQL'.padEnd(NAME_WIDTH)} ${withoutPassword(connection.postgresUrl)}`);
  progress.line(`  ${'Kafka'.padEnd(NAME_WIDTH)} ${connection.kafkaBrokers}`);
  if (connection.mailUrl !== undefined) progress.line(`  ${'mails'.padEnd(NAME_WIDTH)} ${pc.cyan(connection.mailUrl)}`);
  progress.line(`  ${'logs'.padEnd(NAME_WIDTH)} ${paths.logs}`);
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}
