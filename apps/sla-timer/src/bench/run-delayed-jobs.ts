import { Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { makeClocks, type BenchClock } from './bench-clocks.ts';
import { percentile, perSecond, type TimerFigures } from './figures.ts';

const QUEUE = 'timers';
const ADD_BATCH = 1_000;
const CHANGE_BATCH = 200;
const RESCHEDULED_SHARE = 10;
const CONCURRENCY = 100;
/** Between the last job added and the moment of the herd. */
const SPARE_MS = 2_000;

export interface DelayedJobsOptions {
  readonly redisUrl: string;
  readonly clocks: number;
  readonly herd: number;
}

/**
 * The same timers as BullMQ's delayed jobs on Redis: a job a clock, with what a row holds. Its worker does nothing with a job, which
 * is less than ours does. Under a prefix of its own, removed afterwards.
 */
export async function runDelayedJobs(
  { redisUrl, clocks, herd }: DelayedJobsOptions,
  onProgress: (message: string) => void,
): Promise<TimerFigures> {
  const prefix = `motcua-bench-${randomUUID().slice(0, 8)}`;
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(QUEUE, { connection: redis, prefix });
  try {
    // Far enough ahead that nothing is due before everything is added; the herd is moved to its moment afterwards.
    const far = Date.now() + 86_400_000;
    const before = await usedMemory(redis);
    onProgress(`baseline: adding ${clocks} delayed jobs`);
    const { jobs, speed: schedule } = await addAll(queue, [...makeClocks({ clocks, herd, herdAt: far })]);
    const bytes = Math.round(((await usedMemory(redis)) - before) / clocks);
    onProgress('baseline: changing the delay of a tenth');
    const reschedule = await changeDelays(jobs.slice(herd, herd + Math.ceil(clocks / RESCHEDULED_SHARE)), 40 * 86_400_000);
    onProgress(`baseline: draining a herd of ${herd}`);
    const herdAt = Date.now() + SPARE_MS + Math.ceil((herd / reschedule) * 1_500);
    await changeDelaysTo(jobs.slice(0, herd), herdAt);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, herdAt - Date.now())));
    return { bytes, schedule, reschedule, ...(await drain(redisUrl, prefix, herd, herdAt)) };
  } finally {
    await queue.close();
    await removeAll(redis, prefix);
    await redis.quit();
  }
}

async function addAll(queue: Queue, clocks: readonly BenchClock[]): Promise<{ jobs: Job[]; speed: number }> {
  const startedAt = performance.now();
  const jobs: Job[] = [];
  for (let from = 0; from < clocks.length; from += ADD_BATCH) {
    const added = await queue.addBulk(
      clocks.slice(from, from + ADD_BATCH).map(({ dossierId, unit, clock }) => ({
        name: 'rung',
        data: {
          dossierId,
          unit,
          ...clock,
          schedule: clock.schedule.map(({ rung: escalation, at, remainingMinutes }) => [escalation, at, remainingMinutes]),
        },
        opts: {
          jobId: `${dossierId}-${clock.clock}`,
          delay: Math.max(1, (clock.schedule[0]?.at ?? 0) - Date.now()),
          removeOnComplete: true,
        },
      })),
    );
    jobs.push(...added);
  }
  return { jobs, speed: perSecond(clocks.length, startedAt) };
}

/** Answers jobs a second. */
async function changeDelays(jobs: readonly Job[], delayMs: number): Promise<number> {
  const startedAt = performance.now();
  await inBatches(jobs, (job) => job.changeDelay(delayMs));
  return perSecond(jobs.length, startedAt);
}

const changeDelaysTo = (jobs: readonly Job[], at: number): Promise<void> =>
  inBatches(jobs, (job) => job.changeDelay(Math.max(1, at - Date.now())));

async function inBatches(jobs: readonly Job[], work: (job: Job) => Promise<void>): Promise<void> {
  for (let from = 0; from < jobs.length; from += CHANGE_BATCH) await Promise.all(jobs.slice(from, from + CHANGE_BATCH).map(work));
}

async function drain(
  redisUrl: string,
  prefix: string,
  herd: number,
  herdAt: number,
): Promise<Pick<TimerFigures, 'drain' | 'lagP99Ms'>> {
  const lags: number[] = [];
  let startedAt = performance.now();
  let done: (speed: number) => void = () => undefined;
  const drained = new Promise<number>((resolve) => {
    done = resolve;
  });
  const process = (): Promise<void> => {
    lags.push(Date.now() - herdAt);
    if (lags.length === herd) done(perSecond(herd, startedAt));
    return Promise.resolve();
  };
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const worker = new Worker(QUEUE, process, { connection, prefix, concurrency: CONCURRENCY, autorun: false });
  await worker.waitUntilReady();
  startedAt = performance.now();
  const running = worker.run();
  const speed = await drained;
  await worker.close();
  await running;
  await connection.quit();
  return { drain: speed, lagP99Ms: Math.round(percentile(lags, 0.99)) };
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1] ?? 0);
}

async function removeAll(redis: Redis, prefix: string): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 5_000 })) {
    const found = keys as string[];
    if (found.length > 0) await redis.unlink(...found);
  }
}
