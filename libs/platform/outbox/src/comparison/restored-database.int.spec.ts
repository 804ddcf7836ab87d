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

describe('a database that was restored to a moment', () => {
  it('is not published from, nor anything of its log read, until what it lost is settled; then all say the same', async () => {
    await begin(house);
    await house.cluster.mark('before-the-end');
    await house.change('a', 'ended');
    await house.change('c', 'received');
    await house.isClockAt({ a: '2 ended', b: '1 received', c: '1 received' });
    await house.stopAll();
    await house.cluster.restoreTo('before-the-end');
    expect(await house.readClocks()).toEqual({ a: '1 received', b: '1 received' });

    // Whoever is first, and whatever is written meanwhile under the number of a lost event.
    const clocks = await house.startClocks();
    await waitFor(() => clocks.status().state === 'refused', { describe: 'the projection to wait', timeoutMs: 20_000 });
    expect(clocks.status().reason).toMatch(/^offset.log-not-compared: .*restored or failed over.*"motcua relay compare"/);
    await house.change('a', 'paused');
    const halted = house.startRelay();
    await untilState(halted, 'halted');
    expect(halted.healthReport()).toMatchObject({
      ready: false,
      reason: expect.stringMatching(
        /holds 2 events that intake has not: the database was restored or failed over.*"motcua relay settle intake"/,
      ),
    });
    expect(await listLost(house)).toEqual(['a 2 spec.ended.v1', 'c 1 spec.received.v1']);
    expect(await house.readClocks()).toEqual({ a: '1 received', b: '1 received' });

    expect(await settleLostEvents(house.pool, 'intake')).toBe(2);
    await untilState(house.startRelay(), 'active');
    await house.isClockAt({ a: '2 paused', b: '1 received' });
    await house.change('c', 'received');
    await house.untilEqual();
    expect(await house.readClocks()).toEqual({ a: '2 paused', b: '1 received', c: '1 received' });
    expect(clocks.status()).toMatchObject({ state: 'running' });
    // It stays known what was lost, and is not asked about again.
    await house.stopAll();
    await untilState(house.startRelay(), 'active');
    expect(await listLost(house)).toHaveLength(2);
  }, 120_000);

  it('goes on by itself where nothing was lost', async () => {
    await begin(house);
    await house.cluster.mark('now');
    await house.stopAll();
    await house.cluster.restoreTo('now');
    await house.startClocks();
    expect(await agrees(house)).toEqual([false]);
    await untilState(house.startRelay(), 'active');
    expect([await agrees(house), await listLost(house)]).toEqual([[true], []]);
    await house.change('b', 'ended');
    await house.isClockAt({ a: '1 received', b: '2 ended' });
  }, 120_000);
});
