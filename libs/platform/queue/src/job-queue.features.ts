import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import type { JobHandler, JobQueue, JobWorker, WorkOptions } from './job-queue.ts';

export interface QueueHarness {
  /** A queue of a name; the same name twice is the same queue seen from another process. */
  open(name: string): JobQueue;
  /** Everything the store holds is gone. */
  empty(): Promise<void>;
}

/** What a queue of ids must do wherever it lives. */
export function describeJobQueue(store: string, harness: () => QueueHarness): void {
  describe(`a queue in ${store}`, () => {
    const open: { close(): Promise<void> }[] = [];
    const openQueue = (name: string): JobQueue => {
      const queue = harness().open(name);
      open.unshift(queue);
      return queue;
    };
    const work = (queue: JobQueue, handler: JobHandler, options: WorkOptions = { concurrency: 4 }): JobWorker => {
      const worker = queue.work(handler, options);
      open.unshift(worker);
      return worker;
    };
    afterEach(async () => {
      for (const part of open.splice(0)) await part.close();
    });

    const createIds = (count: number) => Array.from({ length: count }, () => randomUUID());
    const toJobs = (ids: readonly string[]) => ids.map((id) => ({ id }));

    it('gives each id to a worker once', async () => {
      const queue = openQueue(randomUUID());
      const ids = createIds(300);
      const seen: string[] = [];
      work(queue, (id) => Promise.resolve(void seen.push(id)));
      await queue.add(toJobs(ids));
      await waitFor(() => seen.length >= ids.length, { describe: 'every id to be worked at' });
      await waitFor(async () => (await queue.countLive()) === 0, { describe: 'the queue to be empty' });
      expect(seen.toSorted()).toEqual(ids.toSorted());
    });

    it('takes an id that waits or is in hand only once, and again when it is over', async () => {
      const queue = openQueue(randomUUID());
      const [id = ''] = createIds(1);
      let finish = (): void => undefined;
      let times = 0;
      await queue.add([{ id }]);
      await queue.add([{ id }, { id }]);
      expect(await queue.countLive()).toBe(1);
      work(queue, () => {
        times += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      });
      await waitFor(() => times === 1, { describe: 'the job to be in hand' });
      await queue.add([{ id }]);
      expect(await queue.countLive()).toBe(1);
      finish();
      await waitFor(async () => (await queue.countLive()) === 0, { describe: 'the job to be over' });
      await queue.add([{ id }]);
      await waitFor(() => times === 2, { describe: 'the id to come again' });
      finish();
    });

    it('shares the work between workers without doing any twice', async () => {
      const name = randomUUID();
      const [one, other] = [openQueue(name), openQueue(name)];
      const ids = createIds(200);
      const seen = { one: [] as string[], other: [] as string[] };
      // Nobody finishes a job before each has one: else the first could have done all before the other is connected.
      const bothWork = (): boolean => seen.one.length > 0 && seen.other.length > 0;
      const together = (list: string[]) => async (id: string) => {
        list.push(id);
        await waitFor(bothWork, { describe: 'the other worker to take a job too' });
      };
      work(one, together(seen.one));
      work(other, together(seen.other));
      await one.add(toJobs(ids));
      await waitFor(() => seen.one.length + seen.other.length >= ids.length, { describe: 'every id to be worked at' });
      expect([...seen.one, ...seen.other].toSorted()).toEqual(ids.toSorted());
    });

    it('puts urgent ids before the others', async () => {
      const queue = openQueue(randomUUID());
      const [normal, urgent] = [createIds(20), createIds(3)];
      await queue.add(toJobs(normal));
      await queue.add(urgent.map((id) => ({ id, urgent: true })));
      const seen: string[] = [];
      work(queue, (id) => Promise.resolve(void seen.push(id)), { concurrency: 1 });
      await waitFor(() => seen.length === 23, { describe: 'every id to be worked at' });
      expect(seen.slice(0, 3).toSorted()).toEqual(urgent.toSorted());
    });

    it('forgets a job whose handler throws, so that its id can be added again', async () => {
      const queue = openQueue(randomUUID());
      const [id = ''] = createIds(1);
      let times = 0;
      work(queue, () => {
        times += 1;
        return times === 1 ? Promise.reject(new Error('a bug')) : Promise.resolve();
      });
      await queue.add([{ id }]);
      await waitFor(async () => times === 1 && (await queue.countLive()) === 0, { describe: 'the job to fail' });
      await queue.add([{ id }]);
      await waitFor(() => times === 2, { describe: 'the id to come again' });
    });

    it('works on after everything it held was lost', async () => {
      const queue = openQueue(randomUUID());
      const ids = createIds(50);
      const seen: string[] = [];
      work(queue, (id) => Promise.resolve(void seen.push(id)), { concurrency: 2 });
      await queue.add([{ id: 'before' }]);
      await waitFor(() => seen.length === 1, { describe: 'the worker to run' });
      await harness().empty();
      await waitFor(
        async () => {
          await queue.add(toJobs(ids));
          return ids.every((id) => seen.includes(id));
        },
        { describe: 'every id added again to be worked at' },
      );
    });

    it('gives no more than the limit in a window, over all workers', async () => {
      const name = randomUUID();
      const [one, other] = [openQueue(name), openQueue(name)];
      const at: number[] = [];
      const note = () => Promise.resolve(void at.push(performance.now()));
      const options = { concurrency: 5, limit: { max: 5, perMs: 400 } };
      work(one, note, options);
      work(other, note, options);
      const begun = performance.now();
      await one.add(toJobs(createIds(15)));
      await waitFor(() => at.length === 15, { describe: 'every id to be worked at' });
      // 15 jobs are three windows, the first of which opens with a job taken: the last five begin two windows later at the earliest. A
      // busy process may learn of the first late, so it counts from before there was any.
      expect(at[14]! - begun).toBeGreaterThan(2 * options.limit.perMs - 10);
    });

    it('stands still while it is held', async () => {
      const queue = openQueue(randomUUID());
      const seen: string[] = [];
      work(queue, (id) => Promise.resolve(void seen.push(id)), { concurrency: 2, limit: { max: 1_000, perMs: 1_000 } });
      await queue.add([{ id: 'before' }]);
      await waitFor(() => seen.length === 1, { describe: 'the worker to run' });
      // From before the hold: its answer may come late, and it counts from when the store takes it.
      const heldFrom = performance.now();
      await queue.hold(600);
      await queue.add([{ id: 'after' }]);
      await waitFor(() => seen.length === 2, { describe: 'the hold to end' });
      expect(performance.now() - heldFrom).toBeGreaterThan(590);
    });
  });
}
