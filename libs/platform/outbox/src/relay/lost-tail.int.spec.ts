import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRecords } from '@motcua/kafka';
import { OwnKafka, waitFor } from '@motcua/testing';
import { OutboxFixture } from '../testing/outbox-fixture.ts';

/** Kafka starts, the relay reaches it, and looks every ten seconds: on a busy machine each takes its time. */
const MENDED_WITHIN_MS = 90_000;
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

/** In the order of the log, with each repetition: `one 1`, `one 2`, … */
async function readVersions(): Promise<string[]> {
  const versions: string[] = [];
  const onRecord = ({ value }: { readonly value: Buffer | null }): void => {
    const { key, version } = JSON.parse(String(value)) as { key: string; version: number };
    versions.push(`${key} ${String(version)}`);
  };
  await readRecords(outbox.kafka, { topic: outbox.topic, from: new Map(), onRecord });
  return versions;
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
    // Not the gap in the log, which may be mended before anybody has looked, but that it was mended: more was published than there is.
    const isMended = () => relay.status().published > events.length;
    await waitFor(isMended, { describe: 'the tail to be published again', timeoutMs: MENDED_WITHIN_MS, intervalMs: 250 });
    const isWhole = async () => (await readLog()).join() === [...events].sort().join();
    await waitFor(isWhole, { describe: 'the tail to be there again', timeoutMs: MENDED_WITHIN_MS, intervalMs: 250 });
    // By who had published it, without a term that begins anew.
    expect(relay.status()).toMatchObject({ state: 'active', epoch });
  }, 300_000);
});

describe('a relay with an event to publish whose broker comes back without the end of the log', () => {
  it('publishes what is gone before it, so that no version of a key comes before the one that it follows', async () => {
    // Nothing but the send itself may find out; and the third goes while Kafka's answer is so fresh that it is trusted.
    const relay = outbox.createRelay({ logEndEveryMs: 3_600_000, idlePollMs: 50 });
    await outbox.append('one');
    await waitFor(() => relay.status().published === 1, { describe: 'the first to be published' });
    await outbox.append('one');
    await waitFor(() => relay.status().published === 2, { describe: 'the second to be published' });
    await kafka.die();
    await outbox.append('one');
    expect(await kafka.loseTail(outbox.topic, 2)).toBeGreaterThan(0);
    await kafka.comeBack();
    const isWhole = async () => new Set(await readVersions()).size === 3;
    await waitFor(isWhole, { describe: 'all to be in the log', timeoutMs: MENDED_WITHIN_MS, intervalMs: 250 });
    expect([...new Set(await readVersions())]).toEqual(['one 1', 'one 2', 'one 3']);
  }, 300_000);
});
