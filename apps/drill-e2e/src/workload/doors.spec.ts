import { describe, expect, it } from '@jest/globals';
import { Doors } from './doors.ts';

/** Whatever can happen by itself has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('doors', () => {
  it('are shut when the last one inside has finished, and let in whoever waited when they open', async () => {
    const doors = new Doors();
    const happened: string[] = [];
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => (finish = resolve));
    const inside = doors.through(async () => {
      await work;
      happened.push('finished');
    });
    const shut = doors.shut();
    const waiting = doors.through(() => Promise.resolve(happened.push('begun')));
    await settled();
    finish();
    const open = await shut;
    happened.push('shut');
    await settled();
    open();
    await Promise.all([inside, waiting]);
    expect(happened).toEqual(['finished', 'shut', 'begun']);
  });

  it('shut though somebody inside fails, which is told to whoever sent them', async () => {
    const doors = new Doors();
    let fail: (error: Error) => void = () => undefined;
    const failing = doors.through(() => new Promise<never>((_resolve, reject) => (fail = reject)));
    const shut = doors.shut();
    fail(new Error('refused'));
    const [told] = await Promise.allSettled([failing, shut]);
    expect(told).toMatchObject({ status: 'rejected' });
  });
});
