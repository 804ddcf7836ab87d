import { describe, expect, it } from '@jest/globals';
import { groupCalls } from './group-calls.ts';

function createRuns() {
  const groups: number[][] = [];
  const endings: (() => void)[] = [];
  const run = (items: readonly number[]) => {
    groups.push([...items]);
    return new Promise<number[]>((resolve) => {
      endings.push(() => {
        resolve(items.map((item) => item * 10));
      });
    });
  };
  return { groups, endings, run };
}
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('grouped calls', () => {
  it('share a run when they come together, and each gets its own result', async () => {
    const { groups, endings, run } = createRuns();
    const call = groupCalls(run, { most: 10, lanes: 1 });
    const results = Promise.all([call(1), call(2), call(3)]);
    await turn();
    endings[0]!();
    expect([await results, groups]).toEqual([[10, 20, 30], [[1, 2, 3]]]);
  });

  it('gather while a run is on, and are parted where they are too many', async () => {
    const { groups, endings, run } = createRuns();
    const call = groupCalls(run, { most: 2, lanes: 1 });
    const results = [call(1)];
    await turn();
    results.push(call(2), call(3), call(4));
    await turn();
    expect(groups).toEqual([[1]]);
    for (const index of [0, 1, 2]) {
      endings[index]!();
      await turn();
    }
    expect([await Promise.all(results), groups]).toEqual([
      [10, 20, 30, 40],
      [[1], [2, 3], [4]],
    ]);
  });

  it('fail together and let the next ones try', async () => {
    let fails = true;
    const call = groupCalls((items: readonly number[]) => (fails ? Promise.reject(new Error('away')) : Promise.resolve(items)), {
      most: 10,
      lanes: 1,
    });
    const [one, two] = await Promise.allSettled([call(1), call(2)]);
    expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await call(3)).toBe(3);
  });
});
