import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { OutboxFixture } from '../testing/outbox-fixture.ts';
import type { ProgressOptions } from './relay-options.ts';

let outbox: OutboxFixture;
beforeEach(async () => {
  outbox = await OutboxFixture.create();
});
afterEach(() => outbox.close());

const PARTITIONS = 6;
const progress: ProgressOptions = {
  isMark: ({ key }) => String(key).startsWith('end'),
  toRecord: ({ recordedUpTo, lastOffset, marks }) => ({
    value: JSON.stringify({ recordedUpTo, lastOffset, marks: marks.map(({ key }) => key) }),
  }),
  busyEveryMs: 20,
  idleEveryMs: 50,
};
interface Overrides {
  readonly recordedUpTo: string | null;
  readonly lastOffset: string | null;
  readonly marks: readonly string[];
}
const overrides = () => outbox.controls.map(({ value, ...where }) => ({ ...where, ...(JSON.parse(value) as Overrides) }));
const serverTime = async (): Promise<string> => {
  const { rows } = await outbox.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now.toISOString() ?? '';
};
const isKnownOnAll = (from: string): boolean =>
  new Set(overrides().flatMap(({ partition, recordedUpTo }) => ((recordedUpTo ?? '') >= from ? [partition] : []))).size ===
  PARTITIONS;

describe('the progress records of a relay', () => {
  it('do not pass a moment while a transaction that may have begun before it is open', async () => {
    outbox.createRelay({ progress });
    await waitFor(() => overrides().length > 0, { describe: 'a first record' });
    let committing = '';
    await outbox.append('slow', async (transaction) => {
      await transaction.query("SELECT pg_notify('none', '')");
      const begun = await serverTime();
      await outbox.append('quick'); // committed now, but published only with the one that is open
      const count = overrides().length;
      // The relay looks many times meanwhile, and has nothing new to say.
      await waitFor(async () => Date.parse(await serverTime()) > Date.parse(begun) + 1_500, { describe: 'a while' });
      expect(
        overrides()
          .slice(count)
          .filter(({ recordedUpTo }) => (recordedUpTo ?? '') > begun),
      ).toEqual([]);
      committing = await serverTime();
    });
    await waitFor(() => isKnownOnAll(committing), { describe: 'the moment of the commit to be passed on all partitions' });
    expect(outbox.seen.map(({ key }) => key).sort()).toEqual(['quick', 'slow']);
    for (const { partition, behind, recordedUpTo } of overrides())
      if ((recordedUpTo ?? '') >= committing) expect(behind).toBe(outbox.eventsOf(partition));
  });

  it('are saved also where no event is published, so that a successor does not read them all again', async () => {
    outbox.createRelay({ progress });
    const isSaved = async (): Promise<boolean> => {
      const { rows } = await outbox.pool.query<{ acknowledged: Record<string, Record<string, string>> }>(
        'SELECT acknowledged FROM relay_cursor',
      );
      const saved = Object.values(rows[0]?.acknowledged[outbox.topic] ?? {});
      return saved.length === PARTITIONS && saved.every((offset) => BigInt(offset) >= 2n);
    };
    await waitFor(isSaved, { describe: 'the third record of each partition to be saved', timeoutMs: 20_000 });
    expect(outbox.seen).toEqual([]);
  });

  it('name a mark on every partition behind all events before it, though relays are cut off', async () => {
    outbox.createRelay({ progress, batchSize: 7 });
    outbox.createRelay({ progress, batchSize: 7 });
    const keys = Array.from({ length: 60 }, (_, index) => `dossier-${index}`);
    await Promise.all(keys.map((key) => outbox.append(key)));
    await outbox.cutOffRelays();
    await outbox.append('end');
    await waitFor(
      () =>
        new Set(overrides().flatMap(({ partition, marks }) => (marks.includes('end') ? [partition] : []))).size === PARTITIONS,
      {
        describe: 'the mark on all partitions',
        timeoutMs: 20_000,
      },
    );
    expect(new Set(outbox.seen.map(({ key }) => key))).toEqual(new Set(keys));
    for (const { partition, behind } of overrides().filter(({ marks }) => marks.includes('end')))
      expect(behind).toBe(outbox.eventsOf(partition));
    // Each lies beyond the offset that it names of its partition.
    for (const { offset, lastOffset } of overrides()) expect(offset > BigInt(lastOffset ?? -1)).toBe(true);
    expect(overrides().some(({ lastOffset }) => lastOffset !== null)).toBe(true);
  });
});
