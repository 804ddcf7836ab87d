import { describe, expect, it } from '@jest/globals';
import { EventLanes } from './event-lanes.ts';

interface Sent {
  readonly key: string;
  readonly version: number;
}

/** Lets other lanes go on before a batch arrives. */
const travel = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => travel(turns - 1));

describe('event lanes', () => {
  it('keep the order of each key and send everything, whatever arrives first', async () => {
    const arrived: Sent[] = [];
    let turns = 0;
    const lanes = new EventLanes<Sent>({
      lanes: 3,
      batchSize: 4,
      async send(batch) {
        turns = (turns * 7 + 3) % 11;
        await travel(turns);
        arrived.push(...batch);
      },
    });
    for (let version = 1; version <= 20; version += 1) {
      for (const key of ['a', 'b', 'c', 'd', 'e']) await lanes.add(key, [{ key, version }]);
    }
    await lanes.flush();

    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      expect(arrived.filter((event) => event.key === key).map(({ version }) => version)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    }
  });

  it('have one batch of a lane on its way and hold the sender back meanwhile', async () => {
    let travelling = 0;
    let most = 0;
    const lanes = new EventLanes<number>({
      lanes: 1,
      batchSize: 2,
      async send() {
        travelling += 1;
        most = Math.max(most, travelling);
        await travel(5);
        travelling -= 1;
      },
    });
    for (let event = 0; event < 20; event += 1) await lanes.add('a', [event]);
    await lanes.flush();

    expect(most).toBe(1);
  });

  it('report the failure of a batch', async () => {
    const lanes = new EventLanes<number>({
      lanes: 1,
      batchSize: 10,
      send: () => Promise.reject(new Error('the gateway is away')),
    });
    await lanes.add('a', [1]);

    await expect(lanes.flush()).rejects.toThrow('the gateway is away');
  });
});
