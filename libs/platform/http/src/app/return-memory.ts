import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const INTERVAL_MS = 5_000;
/** Of an interval. A full collection takes 50-200 ms: nobody waits for it where nothing happens. */
const QUIET_SHARE = 0.1;
const WORTH_BYTES = 16 * 1_048_576;

/** What a process is at the end of an interval. */
export interface MemoryReading {
  /** CPU time of the interval as a share of it. */
  readonly busyShare: number;
  readonly heapBytes: number;
  /** What was left after the last full collection that was asked for; 0 before the first. */
  readonly keptBytes: number;
}

export interface MemoryReturnOptions {
  readonly intervalMs?: number;
  /** CPU time that the process has used, µs. */
  readonly readCpu?: () => number;
}

/** Nothing to do, and much more on the heap than was alive the last time. */
export const isWorthCollecting = ({ busyShare, heapBytes, keptBytes }: MemoryReading): boolean =>
  busyShare < QUIET_SHARE && heapBytes > keptBytes + WORTH_BYTES;

/**
 * Gives memory back after a burst. The engine collects old garbage when the heap has grown to its next limit, and not because nothing
 * happens: after a backlog a service kept 100 MB of dead objects for as long as it had little to do. Where it has been quiet for an interval
 * one full collection is run; after that the engine goes on shrinking by itself. A busy service is left alone.
 *
 * @returns stops it
 */
export function returnMemoryWhenQuiet({
  intervalMs = INTERVAL_MS,
  readCpu = readCpuMicros,
}: MemoryReturnOptions = {}): () => void {
  const collect = createCollector();
  let cpu = readCpu();
  let keptBytes = 0;
  const timer = setInterval(() => {
    const before = cpu;
    cpu = readCpu();
    const busyShare = (cpu - before) / 1_000 / intervalMs;
    if (!isWorthCollecting({ busyShare, heapBytes: readHeapBytes(), keptBytes })) return;
    collect();
    keptBytes = readHeapBytes();
  }, intervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** As for want of memory, where the engine knows that (Node 22): an ordinary full collection leaves the space of new objects as large as it was. */
function createCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options?: { type: 'major'; flavor: 'last-resort' }) => void;
  const knowsLastResort = Number(process.versions.node.split('.')[0]) >= 22;
  return () => {
    collect(...(knowsLastResort ? [{ type: 'major', flavor: 'last-resort' } as const] : []));
  };
}

function readCpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const readHeapBytes = (): number => getHeapStatistics().used_heap_size;
