import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readCompactedTopic } from '@motcua/kafka';
import { waitFor } from '@motcua/testing';
import { settleLostEvents } from '../index.ts';
import { RestorableHouse } from '../testing/restorable-house.ts';
import { untilState } from '../testing/restorable-steps.ts';

let house: RestorableHouse;
beforeAll(async () => {
  house = await RestorableHouse.open({ isCompacted: true });
}, 60_000);
afterAll(() => house.close(), 60_000);

const published = async () => {
  const records = await readCompactedTopic(house.kafka, house.topic);
  const states = [...records].map(
    ([key, value]) => [key, (JSON.parse(String(value)) as { data: { state: string } }).data.state] as const,
  );
  return Object.fromEntries(states.sort());
};
const untilPublished = (expected: Readonly<Record<string, string>>) =>
  waitFor(async () => JSON.stringify(await published()) === JSON.stringify(expected), {
    describe: `the topic to hold ${JSON.stringify(expected)}`,
    timeoutMs: 20_000,
  });

it('a topic that keeps the last of each key holds after a settlement what the table holds, and nothing of what was lost', async () => {
  const options = { isCompacted: true };
  const relay = house.startRelay(options);
  await house.change('unit', 'old');
  await house.change('other', 'old');
  await untilPublished({ other: 'old', unit: 'old' });
  await house.cluster.mark('then');
  await house.change('unit', 'lost');
  await house.change('lost', 'lost');
  await untilPublished({ lost: 'lost', other: 'old', unit: 'lost' });
  await relay.stop();
  await house.cluster.restoreTo('then');
  await untilState(house.startRelay(options), 'halted');
  expect(await settleLostEvents(house.pool, 'intake')).toBe(2);
  await untilState(house.startRelay(options), 'active');
  await untilPublished({ other: 'old', unit: 'old' });
}, 120_000);
