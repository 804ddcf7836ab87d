import type { Processor } from 'bullmq';
import { createBullmqQueue, createBullmqWorker, type BulkJob, type Endable } from './bullmq-queue.ts';
import type { Job, JobHandler, JobQueue, JobWorker, WorkOptions } from './job-queue.ts';
import type { QueueStore } from './queue-store.ts';
import { within } from './within.ts';

export interface JobQueueOptions {
  readonly name: string;
  readonly store: QueueStore;
  /** Told of lost connections and failed jobs; neither ends the queue. */
  readonly onError: (error: Error) => void;
}

/** Nothing is kept of a job that is over: a kept one would block its id, and the row tells the story. */
const forgetful = { removeOnComplete: true, removeOnFail: true };
/** Nobody reads BullMQ's event stream here. */
const keptEvents = 200;
const answerWithinMs = 5_000;
/** Longer than an attempt to send may take. */
const closeWithinMs = 20_000;
const defaultLockMs = 30_000;
/** How soon a worker asks again after the queue was away. */
const retryMs = 500;
const addedAtOnce = 1_000;

/** A queue in Redis or in PostgreSQL. Connections are opened in the background: one that is away is waited for, never fatal. */
export function createJobQueue({ name, store, onError }: JobQueueOptions): JobQueue {
  const queue = createBullmqQueue(name, store, {
    defaultJobOptions: forgetful,
    streams: { events: { maxLen: keptEvents } },
  });
  queue.on('error', onError);
  const ask = <Result>(what: string, answer: Promise<Result>) => within(answerWithinMs, `${what} queue "${name}"`, answer);

  return {
    name,
    async add(jobs) {
      // In PostgreSQL many at once pass through temporary tables: not worth it for one.
      const [first, second] = jobs;
      if (first === undefined) return;
      if (second === undefined) {
        const { name: jobName, data, opts } = toBullmqJob(first);
        await ask('adding to', queue.add(jobName, data, opts));
        return;
      }
      for (let at = 0; at < jobs.length; at += addedAtOnce)
        await ask('adding to', queue.addBulk(jobs.slice(at, at + addedAtOnce).map(toBullmqJob)));
    },
    async countLive() {
      const counts = await ask('counting in', queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed'));
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    async hold(ms) {
      await ask('holding', queue.rateLimit(ms));
    },
    work: (handler, options) => startWorker(name, store, handler, options, onError),
    close: () => closeFully(queue, onError),
  };
}

// Those without a priority go first.
const toBullmqJob = ({ id, urgent = false }: Job): BulkJob => ({
  name: 'row',
  data: {},
  opts: { jobId: id, ...(urgent ? {} : { priority: 1 }), ...forgetful },
});

function startWorker(
  name: string,
  store: QueueStore,
  handler: JobHandler,
  { concurrency, limit, lockMs = defaultLockMs }: WorkOptions,
  onError: (error: Error) => void,
): JobWorker {
  const processor: Processor = async ({ id }) => {
    // BullMQ's type allows a job without an id; ours all have one.
    if (id !== undefined) await handler(id);
  };
  const worker = createBullmqWorker(name, store, processor, {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    runRetryDelay: retryMs,
    ...forgetfulWorker,
    ...(limit === undefined ? {} : { limiter: { max: limit.max, duration: limit.perMs } }),
  });
  worker.on('error', onError);
  worker.on('failed', (_job, error) => {
    onError(error);
  });
  return { close: () => closeFully(worker, onError) };
}

const forgetfulWorker = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } };

/** A queue that is away says no good-bye: its sockets are dropped, so that the process can end. */
async function closeFully(part: Endable, onError: (error: Error) => void): Promise<void> {
  try {
    await within(closeWithinMs, 'closing', part.close());
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)));
    await within(answerWithinMs, 'leaving', part.disconnect()).catch(() => undefined);
  }
}
