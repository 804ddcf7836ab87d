import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { settleLostEvents } from '../index.ts';
import { RestorableHouse } from '../testing/restorable-house.ts';
import { agrees, begin, listLost, untilState } from '../testing/restorable-steps.ts';

let house: RestorableHouse;
beforeEach(async () => {
  house = await RestorableHouse.open();
}, 60_000);
afterEach(() => house.close(), 60_000);

describe('a standby that takes over', () => {
  it('is told from a loss where it had everything: relay and consumers go on by themselves', async () => {
    await begin(house);
    await house.cluster.addStandby();
    await house.change('a', 'paused');
    await house.isClockAt({ a: '2 paused', b: '1 received' });
    await house.cluster.untilStandbyHasAll();
    await house.cluster.failOver();
    await waitFor(async () => (await agrees(house))[0] === true, {
      describe: 'the relay to find the log equal',
      timeoutMs: 30_000,
    });
    await house.change('b', 'ended');
    await house.isClockAt({ a: '2 paused', b: '2 ended' });
    expect([await listLost(house), house.restarts]).toEqual([[], 1]);
  }, 120_000);

  it.each([
    { name: 'has applied', isHeld: false },
    { name: 'is about to apply', isHeld: true },
  ])(
    'without the last event, which a projection $name, is seen while all are at work',
    async ({ isHeld }) => {
      await begin(house);
      await house.cluster.addStandby();
      await house.cluster.cutOffStandby();
      if (isHeld) await house.holdClocks();
      await house.change('a', 'ended');
      await (isHeld ? house.untilClocksWait() : house.isClockAt({ a: '2 ended', b: '1 received' }));
      await house.cluster.failOver();
      await waitFor(async () => (await listLost(house)).length > 0, { describe: 'the loss to be told', timeoutMs: 30_000 });
      await house.change('a', 'paused');
      await house.change('b', 'paused');
      expect(await house.readClocks()).toEqual({ a: '1 received', b: '1 received' });
      await settleLostEvents(house.pool, 'intake');
      await untilState(house.startRelay(), 'active');
      await house.isClockAt({ a: '2 paused', b: '2 paused' });
      await house.untilEqual();
    },
    120_000,
  );
});
