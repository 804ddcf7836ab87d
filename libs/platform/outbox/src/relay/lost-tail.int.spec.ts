import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRecords } from '@motcua/kafka';
import { OwnKafka, waitFor } from '@motcua/testing';
import { OutboxFixture } from '../testing/outbox-fixture.ts';

/** From when Kafka answers again. */
const MENDED_WITHIN_MS = 15_000;
const events = ['one', 'two', 'three', 'four', 'five', 'six'];

let kafka: OwnKafka;
let outbox: OutboxFixture;
beforeEach(async () => {
  kafka = await OwnKafka.start();
  outbox = await OutboxFixture.create({ brokers: kafka.brokers });
}, 120_000);
afterEach(async () => {
  await outbox.close();
  await kafka.close();
}, 60_000);

/** What lies in the log now, whoever has read more of it before. */
async function readLog(): Promise<string[]> {
  const keys: string[] = [];
  await readRecords(outbox.kafka, { topic: outbox.topic, from: new Map(), onRecord: ({ key }) => keys.push(String(key)) });
  return [...new Set(keys)].sort();
}

describe('a relay at rest whose broker comes back without the end of the log', () => {
  it('sees it by itself, and publishes again what is gone', async () => {
    const relay = outbox.createRelay();
    for (const key of events) await outbox.append(key);
    await waitFor(() => relay.status().published === events.length, { describe: 'all to be published' });
    const { epoch } = relay.status();
    await kafka.die();
    expect(await kafka.loseTail(outbox.topic, 1)).toBeGreaterThan(0);
    await kafka.comeBack();
    const since = performance.now();
    const isWhole = async () => (await readLog()).join() === [...events].sort().join();
    expect(await isWhole()).toBe(false);
    await waitFor(isWhole, { describe: 'the tail to be there again', timeoutMs: MENDED_WITHIN_MS, intervalMs: 250 });
    expect(performance.now() - since).toBeLessThan(MENDED_WITHIN_MS);
    // By who had published it, without a term that begins anew.
    expect(relay.status()).toMatchObject({ state: 'active', epoch });
  }, 300_000);
});
