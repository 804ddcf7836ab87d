import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProducerPort } from '@motcua/kafka';
import { FaultProxy, waitFor } from '@motcua/testing';
import { OutboxFixture } from '../testing/outbox-fixture.ts';

let outbox: OutboxFixture;
let proxy: FaultProxy;
/** The database by way of the proxy. */
let url: string;
beforeEach(async () => {
  outbox = await OutboxFixture.create();
  ({ proxy, url } = await FaultProxy.before(outbox.database.url));
});
afterEach(async () => {
  proxy.heal();
  await outbox.close();
  await proxy.close();
});

const appended = (key: string) =>
  waitFor(() => outbox.seen.some((seen) => seen.key === key), { describe: `${key} in Kafka`, timeoutMs: 90_000 });
/** Three beats fit in it: on a busy machine the answer to one may be a second late. */
const SESSION_TIMEOUT_MS = 4_000;

describe('a relay whose connection goes silent', () => {
  it('is followed by another meanwhile, sees it itself, and stands by when it is back', async () => {
    const first = outbox.createRelay({ url });
    await outbox.append('before');
    await appended('before');
    const second = outbox.createRelay();
    await waitFor(() => second.status().state === 'standby', { describe: 'a standby' });
    proxy.silence();
    await outbox.append('after');
    // Nothing but a time-out ends the silence: whoever publishes it has taken over.
    await appended('after');
    expect(second.status().state).toBe('active');
    await waitFor(() => first.status().failure !== undefined, { describe: 'the first to see it', timeoutMs: 40_000 });
    proxy.heal();
    await waitFor(() => first.status().state === 'standby', { describe: 'the first to stand by' });
    expect(outbox.seen.map(({ key }) => key)).toEqual(['before', 'after']);
  }, 240_000);

  it('goes on by itself where there is no other', async () => {
    const relay = outbox.createRelay({ url, sessionTimeoutMs: SESSION_TIMEOUT_MS });
    await outbox.append('before');
    await appended('before');
    proxy.silence();
    await outbox.append('after');
    await waitFor(() => relay.status().state === 'starting', { describe: 'the relay to see it', timeoutMs: 40_000 });
    proxy.heal();
    await appended('after');
  }, 180_000);

  it('sees it also while it waits for Kafka, and does not wait for both', async () => {
    const hanging: Pick<ProducerPort, 'send'> = { send: () => new Promise(() => undefined) };
    const relay = outbox.createRelay({ url, producer: hanging, sessionTimeoutMs: SESSION_TIMEOUT_MS });
    await outbox.append('stuck');
    await waitFor(() => relay.status().state === 'active', { describe: 'active' });
    const next = outbox.createRelay({ sessionTimeoutMs: SESSION_TIMEOUT_MS });
    await waitFor(() => next.status().state === 'standby', { describe: 'a standby' });
    proxy.silence();
    await appended('stuck');
    await waitFor(() => relay.status().failure !== undefined, { describe: 'the first to see it', timeoutMs: 40_000 });
  }, 180_000);
});

describe('a relay that waits for Kafka', () => {
  it('keeps its session, however long that takes', async () => {
    let accept: () => void = () => undefined;
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    let sentAt = 0;
    const slow: Pick<ProducerPort, 'send'> = {
      send: async (topic, records) => {
        sentAt ||= performance.now();
        await accepted;
        return outbox.producer.send(topic, records);
      },
    };
    const relay = outbox.createRelay({ producer: slow, sessionTimeoutMs: SESSION_TIMEOUT_MS });
    await outbox.append('late');
    await waitFor(() => sentAt > 0 && performance.now() - sentAt > 2 * SESSION_TIMEOUT_MS, { describe: 'two time-outs to pass' });
    accept();
    await appended('late');
    expect(relay.status()).toMatchObject({ state: 'active', epoch: '1', failure: undefined });
  }, 180_000);
});
