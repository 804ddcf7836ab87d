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

describe('a database of the same timeline', () => {
  it('that is older than its log is not published from either: a copy of its disk was brought back', async () => {
    await begin(house);
    const bringBack = await house.cluster.copyDisk();
    await house.change('a', 'ended');
    await house.isClockAt({ a: '2 ended', b: '1 received' });
    await house.stopAll();
    await bringBack();
    const halted = house.startRelay();
    await untilState(halted, 'halted');
    expect(halted.healthReport()).toMatchObject({
      reason: expect.stringContaining('the database is older than what was published of it'),
    });
    expect(await listLost(house)).toEqual(['a 2 spec.ended.v1']);

    // Nor is its log read, though they agreed on this very timeline before, until it is settled.
    expect(await agrees(house)).toEqual([false]);
    const clocks = await house.startClocks();
    await waitFor(() => clocks.status().state === 'refused', { describe: 'the projection to wait', timeoutMs: 20_000 });
    expect(await house.readClocks()).toEqual({ a: '1 received', b: '1 received' });
    await settleLostEvents(house.pool, 'intake');
    await untilState(house.startRelay(), 'active');
    await house.change('a', 'paused');
    await house.isClockAt({ a: '2 paused', b: '1 received' });
  }, 120_000);

  it('is not stopped by what others wrote into the topic', async () => {
    await begin(house);
    await house.stopAll();
    const foreign = { id: 'x/9', source: 'urn:spec', type: 'spec.ended.v1', time: '2026-03-02T08:00:00Z', data: {} };
    await house.producer.send(house.topic, [
      { key: 'x', value: 'no event' },
      { key: 'x', value: JSON.stringify(foreign) },
    ]);
    await untilState(house.startRelay(), 'active');
    expect(await listLost(house)).toEqual([]);
  }, 120_000);
});
