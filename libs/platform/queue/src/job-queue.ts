/** What waits in a queue: an id and nothing else. What is to be done stands in the row of that id. */
export interface Job {
  /** Of the row; while a job of this id is in the queue, another one is not taken in. */
  readonly id: string;
  /** Goes before those that are not. */
  readonly urgent?: boolean;
}

export interface WorkOptions {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** So many a window over all instances; absent: as fast as it goes. */
  readonly limit?: RateLimit;
  /** After so long without a sign of life a job is another worker's; 30 s unless told. */
  readonly lockMs?: number;
}

export interface RateLimit {
  readonly max: number;
  readonly perMs: number;
}

/** The job is done, whatever became of it: only a bug or a lost database throws, and then the job is gone all the same. */
export type JobHandler = (id: string) => Promise<void>;

/**
 * A queue of ids. It carries what is due now from who found it to who is free; it decides nothing, and it may lose everything: whoever
 * fills it looks again and adds what is missing.
 */
export interface JobQueue {
  readonly name: string;
  /** Ids that are in the queue already are left as they are. @throws within seconds where the queue is away */
  add(jobs: readonly Job[]): Promise<void>;
  /** How many wait or are in hand. @throws within seconds where the queue is away */
  countLive(): Promise<number>;
  /** Nobody is given a job for so long; only of a queue that is worked with a `limit`. */
  hold(ms: number): Promise<void>;
  /** Begins to work, and goes on by itself when the queue comes back. */
  work(handler: JobHandler, options: WorkOptions): JobWorker;
  close(): Promise<void>;
}

export interface JobWorker {
  /** Takes no more jobs and waits for those in hand. */
  close(): Promise<void>;
}
