import type { ChildProcess } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import { startContainer, toAddressName, type Addresses, type Container } from './container.ts';
import type { ReplayedImage } from './replay-image.ts';

const READY_MS = 180_000;
const STOP_GRACE_MS = 10_000;

export interface RunningContainers {
  /** Resolves when all are: services ready, one-shots done. @throws what somebody said who ended before */
  readonly ready: () => Promise<void>;
  /** Also after a failure: nobody is left running. */
  readonly stop: () => Promise<void>;
}

/** Starts containers, each as soon as what it needs has come about. */
export function runContainers(containers: readonly Container[], image: ReplayedImage, addresses: Addresses): RunningContainers {
  const processes: ChildProcess[] = [];
  let isStopping = false;
  const runs = new Map<string, Run>();
  const start = async (container: Container): Promise<ChildProcess> => {
    for (const [name, condition] of Object.entries(container.needs)) await getRun(name)[condition];
    if (isStopping) throw new Error('stopped');
    const process = await startContainer(container, image, { addresses, onLine: () => undefined });
    processes.push(process);
    return process;
  };
  const getRun = (name: string): Run => {
    const run = runs.get(name) ?? toRun(containers.find((container) => container.name === name));
    runs.set(name, run);
    return run;
  };
  const toRun = (container: Container | undefined): Run => {
    if (container === undefined) throw new Error('It needs a container that is not there.');
    const started = start(container);
    const completed = started.then((process) => requireEnd(container, process));
    const ready = container.isOneShot ? completed : started.then((process) => requireReady(container, process, addresses));
    // Whoever waits hears of a failure; where nobody does, `ready` below tells it.
    for (const promise of [started, completed, ready]) promise.catch(() => undefined);
    return { started, completed, ready };
  };
  for (const { name } of containers) getRun(name);
  return {
    ready: async () => {
      await Promise.all([...runs.values()].map((run) => run.ready));
    },
    async stop() {
      isStopping = true;
      await Promise.all(processes.map((process) => process.stop(['SIGTERM', 'SIGKILL'], STOP_GRACE_MS)));
    },
  };
}

interface Run {
  readonly started: Promise<ChildProcess>;
  readonly ready: Promise<void>;
  readonly completed: Promise<void>;
}

async function requireEnd({ name }: Container, process: ChildProcess): Promise<void> {
  const { code, lastLines } = await process.exited;
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}:\n${lastLines.join('\n')}`);
}

async function requireReady({ name, probe }: Container, process: ChildProcess, addresses: Addresses): Promise<void> {
  if (probe === undefined) throw new Error(`${name} has no health check.`);
  const url = `http://${addresses[toAddressName(name, probe.port)] ?? ''}${probe.path}`;
  const state = await waitFor(
    async () => {
      if (process.hasExited()) return 'ended';
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return 'ready';
      throw new Error(`${answer.status} ${await answer.text()}`);
    },
    { describe: `${name} to be ready`, timeoutMs: READY_MS, intervalMs: 200 },
  );
  if (state === 'ended') throw new Error(`${name} ended:\n${process.lastLines().join('\n')}`);
}
