import { describe, expect, it } from '@jest/globals';
import { RelayProgress } from './relay-progress.ts';

const row = (position: string, kind = 'event') => ({ xid: '1', position, kind });
const create = () =>
  new RelayProgress(
    {
      isMark: ({ kind }) => kind === 'mark',
      toRecord: ({ partition, recordedUpTo, marks }) => ({
        value: `${partition} ${recordedUpTo ?? '?'} ${marks.map(({ position }) => position).join()}`,
      }),
      busyEveryMs: 1_000,
      idleEveryMs: 10_000,
    },
    { epoch: '7', partitions: [0, 1] },
  );
const valuesOf = (progress: RelayProgress, nowMs: number) => progress.takeDue(nowMs, {}).map(({ value }) => value);

describe('the progress of a relay', () => {
  it('knows a moment to be published only by a short read that began when its transactions had ended', () => {
    const progress = create();
    progress.observe({ at: 'ten', xmin: 5n, xmax: 9n }); // one that is open may have begun before ten
    expect(progress.provable).toBeUndefined();
    progress.observe({ at: 'eleven', xmin: 8n, xmax: 12n });
    expect(progress.provable).toBeUndefined();
    progress.observe({ at: 'twelve', xmin: 9n, xmax: 14n });
    expect(progress.provable).toBe('ten');
    expect(valuesOf(progress, 0)).toEqual([]); // the read is still to come
    progress.notePublished([], 'ten');
    expect(valuesOf(progress, 0)).toEqual(['0 ten ', '1 ten ']);
    expect(progress.provable).toBeUndefined();
  });

  it('says it once a second after something was published, else every ten, and never the same twice', () => {
    const progress = create();
    const prove = (at: string, rows: readonly ReturnType<typeof row>[] = []) => {
      progress.observe({ at, xmin: 5n, xmax: 5n });
      progress.notePublished(rows, progress.provable);
    };
    prove('a');
    expect(valuesOf(progress, 0)).toHaveLength(2);
    expect(valuesOf(progress, 60_000)).toEqual([]);
    prove('b');
    expect(valuesOf(progress, 9_999)).toEqual([]);
    prove('c', [row('1')]);
    expect(valuesOf(progress, 9_999)).toEqual(['0 c ', '1 c ']);
    prove('d', [row('2')]);
    expect(valuesOf(progress, 10_998)).toEqual([]);
    expect(valuesOf(progress, 10_999)).toEqual(['0 d ', '1 d ']);
    prove('e');
    expect(valuesOf(progress, 20_998)).toEqual([]);
    expect(valuesOf(progress, 20_999)).toEqual(['0 e ', '1 e ']);
  });

  it('names an offset that the log has given out in its partition, so that a log that lost its end is known by the record', () => {
    const progress = new RelayProgress(
      { isMark: () => false, toRecord: ({ lastOffset }) => ({ value: lastOffset }) },
      { epoch: '7', partitions: [0, 1] },
    );
    progress.observe({ at: 'a', xmin: 5n, xmax: 5n });
    progress.notePublished([], progress.provable);
    expect(progress.takeDue(0, { 0: '41' }).map(({ value }) => value)).toEqual(['41', null]);
  });

  it('says it as often as was asked for where that is oftener than once a second', () => {
    const options = { isMark: () => false, toRecord: () => ({ value: '' }), idleEveryMs: 200 };
    const progress = new RelayProgress(options, { epoch: '7', partitions: [0] });
    const prove = (at: string) => {
      progress.observe({ at, xmin: 5n, xmax: 5n });
      progress.notePublished([row('1')], progress.provable);
    };
    prove('a');
    expect(progress.takeDue(0, {})).toHaveLength(1);
    prove('b');
    expect(progress.takeDue(199, {})).toEqual([]);
    expect(progress.takeDue(200, {})).toHaveLength(1);
  });

  it('names a mark at once and once, on every partition, also when no moment is known', () => {
    const progress = create();
    progress.notePublished([row('1'), row('2', 'mark')], undefined);
    expect(valuesOf(progress, 0)).toEqual(['0 ? 2', '1 ? 2']);
    expect(valuesOf(progress, 60_000)).toEqual([]);
  });
});
