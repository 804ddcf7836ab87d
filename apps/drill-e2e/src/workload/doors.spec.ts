import { describe, expect, it } from '@jest/globals';
import { setTimeout as rest } from 'node:timers/promises';
import { Doors } from './doors.ts';

describe('doors', () => {
  it('are shut when the last one inside has finished, and let in whoever waited when they open', async () => {
    const doors = new Doors();
    const happened: string[] = [];
    const inside = doors.through(async () => {
      await rest(20);
      happened.push('finished');
    });
    const shut = doors.shut();
    const waiting = doors.through(() => Promise.resolve(happened.push('begun')));
    const open = await shut;
    happened.push('shut');
    await rest(5);
    open();
    await Promise.all([inside, waiting]);
    expect(happened).toEqual(['finished', 'shut', 'begun']);
  });

  it('shut though somebody inside fails, which is told to whoever sent them', async () => {
    const doors = new Doors();
    const failing = doors.through(async () => {
      await rest(5);
      throw new Error('refused');
    });
    const [told] = await Promise.allSettled([failing, doors.shut()]);
    expect(told).toMatchObject({ status: 'rejected' });
  });
});
