import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createMetrics } from '@motcua/observability';
import { setDatabaseClock } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import type { ContactAnswer } from './addresses/contact-source.ts';
import type { MessageRenderer } from './attempts/message-renderer.ts';
import { createDeliveriesFixture, quickPolicies, type DeliveriesFixture } from '../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../testing/deliveries/new-delivery.builder.ts';

let fixture: DeliveriesFixture;

beforeAll(async () => {
  fixture = await createDeliveriesFixture();
});
afterEach(async () => {
  await fixture.stopAll();
  fixture.provider.calls.length = 0;
  fixture.provider.answer = () => ({ outcome: 'delivered', answer: 'taken' });
});
afterAll(() => fixture.close());

const start = (options: Partial<Parameters<DeliveriesFixture['start']>[0]> = {}) =>
  fixture.start({ store: fixture.postgres, ...options });
const stateOf = async (id: string) => (await fixture.rows([id]))[0]?.state;
const waitForState = (id: string, state: string) =>
  waitFor(async () => (await stateOf(id)) === state, { describe: `the delivery to be ${state}` });

/** What a text would have been made of, message by message. */
function createSpyRenderer(): { readonly renderer: MessageRenderer; readonly shown: readonly unknown[] } {
  const shown: unknown[] = [];
  const renderer: MessageRenderer = {
    render: ({ variables }) => {
      shown.push(variables);
      return { subject: 'subject', text: 'text', values: {} };
    },
  };
  return { renderer, shown };
}

describe('a delivery', () => {
  it('goes to the address its recipient has at the moment of sending', async () => {
    const [id = ''] = await fixture.insert([aDelivery()]);
    await fixture.pool.query(`UPDATE notification.staff SET mail = 'new@example.vn' WHERE id = 'an'`);
    start();
    await waitForState(id, 'delivered');
    expect(fixture.provider.calls).toEqual([{ channel: 'mail', id, to: 'new@example.vn', language: 'vi' }]);
    expect(await fixture.outcomes(id)).toEqual(['mail delivered']);
  });

  it('leaves no address in its rows or its jobs', async () => {
    const asked: unknown[] = [];
    const find = (...given: unknown[]): Promise<ContactAnswer> => {
      asked.push(given);
      return Promise.resolve({
        status: 'found',
        contact: {
          dossierId: dossier,
          name: 'Bình',
          phone: '0911222333',
          email: 'binh@example.vn',
          language: 'en',
          zaloConsent: true,
          ratingLink: 'https://motcua.example.vn/rate#a-token-of-his',
          reasonText: 'Thiếu giấy chứng sinh của cháu Hoa',
        },
      });
    };
    const dossier = '00000000-0000-4000-8000-000000000001';
    fixture.provider.answer = (_message, channel) =>
      channel === 'zalo'
        ? { outcome: 'refused', reason: 'quota', answer: 'no: "THIEU GIAY CHUNG SINH CUA CHAU HOA"' }
        : { outcome: 'delivered', answer: 'taken' };
    const applicant = { recipientKind: 'applicant', recipient: 'applicant', dossierId: dossier } as const;
    const [id = ''] = await fixture.insert([
      aDelivery({ ...applicant, channels: ['zalo', 'sms', 'mail'], variables: { code: 'H44.1', reasonVersion: 4 } }),
    ]);
    const { renderer, shown } = createSpyRenderer();
    start({ contacts: { find }, renderer });
    await waitForState(id, 'delivered');
    expect(shown.at(-1)).toMatchObject({
      link: 'https://motcua.example.vn/tra-cuu?ma=H44.1',
      ratingLink: 'https://motcua.example.vn/rate#a-token-of-his',
      reasonText: 'Thiếu giấy chứng sinh của cháu Hoa',
    });
    expect(asked.at(-1)).toEqual([dossier, 4]);
    expect(fixture.provider.calls.map(({ to, language }) => [to, language])).toEqual([
      ['0911222333', 'en'],
      ['0911222333', 'en'],
    ]);
    const { rows } = await fixture.pool.query<{ text: string }>(
      `SELECT string_agg(t::text, ' ') AS text FROM (
         SELECT d::text FROM notification.delivery d UNION ALL SELECT a::text FROM notification.delivery_attempt a
         UNION ALL SELECT e::text FROM notification_queue.event e UNION ALL SELECT j::text FROM notification_queue.job j) t`,
    );
    expect(rows[0]?.text).toContain(id);
    expect(rows[0]?.text).not.toMatch(/0911222333|binh@|Bình|a-token-of-his|Hoa|HOA/);
    expect((await fixture.rows([id]))[0]).toMatchObject({ channel: 'sms', language: 'en' });
  });

  it('goes without what was written about its reason where that cannot be shown', async () => {
    const dossierId = '00000000-0000-4000-8000-000000000001';
    const address = { name: null, phone: null, email: 'binh@example.vn', language: null, zaloConsent: null, ratingLink: null };
    const find = (): Promise<ContactAnswer> =>
      Promise.resolve({ status: 'found', contact: { dossierId, ...address, reasonText: 'turned \u202E round' } });
    const applicant = { recipientKind: 'applicant', recipient: 'applicant', dossierId } as const;
    const [id = ''] = await fixture.insert([aDelivery({ ...applicant, variables: { reasonVersion: 2 } })]);
    const { renderer, shown } = createSpyRenderer();
    start({ contacts: { find }, renderer });
    await waitForState(id, 'delivered');
    expect(shown).toEqual([{ reasonVersion: 2 }]);
  });

  it('waits for its time on the service’s clock and is not sent after it', async () => {
    const soon = aDelivery({ notBefore: new Date('2026-12-01T00:30:00Z'), expiresAt: new Date('2026-12-01T06:00:00Z') });
    const missed = aDelivery({ notBefore: new Date('2026-11-30T00:30:00Z'), expiresAt: new Date('2026-11-30T01:00:00Z') });
    await setDatabaseClock(fixture.database.database.url, 'notification', { at: new Date('2026-12-01T00:29:00Z'), speed: 0 });
    try {
      await fixture.insert([soon, missed]);
      const deliveries = start();
      deliveries.enqueue([soon.id, missed.id]);
      await waitForState(missed.id, 'expired');
      expect([await stateOf(soon.id), fixture.provider.calls]).toEqual(['pending', []]);
      await setDatabaseClock(fixture.database.database.url, 'notification', { at: new Date('2026-12-01T00:30:00Z'), speed: 0 });
      await waitForState(soon.id, 'delivered');
      expect(fixture.provider.calls.map(({ id }) => id)).toEqual([soon.id]);
      expect((await fixture.rows([missed.id]))[0]).toMatchObject({ reason: 'expired', attempts: 0 });
    } finally {
      await setDatabaseClock(fixture.database.database.url, 'notification');
    }
  });

  it('is tried again, then goes to the next channel, with every attempt noted', async () => {
    fixture.provider.answer = (_message, channel) =>
      channel === 'sms'
        ? { outcome: 'accepted', providerId: `sms-${String(Math.random())}`, answer: 'queued' }
        : { outcome: 'retry', reason: 'provider-busy', answer: '429' };
    await fixture.pool.query(`UPDATE notification.staff SET zalo = 'an-zalo' WHERE id = 'an'`);
    const [id = ''] = await fixture.insert([aDelivery({ channels: ['zalo', 'sms'] })]);
    start();
    await waitForState(id, 'accepted');
    expect(await fixture.outcomes(id)).toEqual([
      'zalo retry provider-busy',
      'zalo retry provider-busy',
      'zalo retry provider-busy',
      'sms accepted',
    ]);
  });

  it('passes over channels that are not set up and those it has no address for, and fails with the last reason', async () => {
    await fixture.pool.query(`UPDATE notification.staff SET zalo = NULL WHERE id = 'an'`);
    const [id = ''] = await fixture.insert([aDelivery({ channels: ['mail', 'zalo'] })]);
    start({ channels: fixture.provider.toChannels(['zalo', 'sms']) });
    await waitForState(id, 'failed');
    expect(await fixture.outcomes(id)).toEqual(['mail refused channel-not-offered', 'zalo refused address-missing']);
    expect(fixture.provider.calls).toEqual([]);
  });

  it('asks again while whoever knows the address is away', async () => {
    let asked = 0;
    const find = (): Promise<ContactAnswer> => {
      asked += 1;
      return Promise.resolve({ status: 'away', answer: 'HTTP 503' });
    };
    const [id = ''] = await fixture.insert([
      aDelivery({ recipientKind: 'applicant', recipient: 'applicant', dossierId: aDelivery().id }),
    ]);
    start({ contacts: { find } });
    await waitForState(id, 'failed');
    expect([asked, await fixture.outcomes(id)]).toEqual([3, Array.from({ length: 3 }, () => 'mail retry contact-unavailable')]);
  });

  it('goes without its form where that cannot be had to the last, and is counted', async () => {
    const dossierId = '00000000-0000-4000-8000-000000000001';
    const contact = { dossierId, name: null, phone: null, email: 'binh@example.vn', language: null, zaloConsent: null };
    const contacts = {
      find: (): Promise<ContactAnswer> =>
        Promise.resolve({ status: 'found', contact: { ...contact, ratingLink: null, reasonText: null } }),
    };
    const forms = { find: () => Promise.resolve({ status: 'away', answer: 'HTTP 500' } as const) };
    const metrics = createMetrics('deliveries-spec');
    const variables = { formOf: 'receipt', formVersion: 1, receivedAt: '2026-11-20T02:10:00.000Z' };
    const [id = ''] = await fixture.insert([
      aDelivery({ recipientKind: 'applicant', recipient: 'applicant', dossierId, variables }),
    ]);
    start({ contacts, forms, metrics });
    await waitForState(id, 'delivered');
    const waited = 'mail retry form-unavailable';
    expect(await fixture.outcomes(id)).toEqual([waited, waited, 'mail delivered']);
    expect(await metrics.getSingleMetricAsString('motcua_delivery_forms_left_out_total')).toMatch(/channel="mail"[^\n]*\} 1$/m);
  });

  it('whose template cannot be rendered fails with its code, and an error of ours is tried again', async () => {
    const render = ({ template }: { template: string }) => {
      if (template === 'broken')
        throw Object.assign(new Error('Template broken.v1 needs others.'), { code: 'template.variables-invalid' });
      throw new Error('a bug');
    };
    const [broken = '', buggy = ''] = await fixture.insert([aDelivery({ template: 'broken' }), aDelivery()]);
    start({ renderer: { render } });
    await waitForState(broken, 'failed');
    await waitForState(buggy, 'failed');
    expect(await fixture.outcomes(broken)).toEqual(['mail refused template.variables-invalid']);
    expect(await fixture.outcomes(buggy)).toEqual(Array.from({ length: 3 }, () => 'mail retry internal-error'));
  });

  it('has failed when no answer came in time, whether the channel heeds its signal or not', async () => {
    const policies = { ...quickPolicies, mail: { ...quickPolicies.mail, timeoutMs: 50, backoffMs: [] } };
    let heard = 0;
    fixture.provider.answer = (_message, _channel, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          heard += 1;
        });
      });
    const [id = ''] = await fixture.insert([aDelivery()]);
    start({ policies });
    await waitForState(id, 'failed');
    expect([await fixture.outcomes(id), heard]).toEqual([['mail retry timeout'], 1]);
  });

  it('is sent once by two instances, however often its job is added', async () => {
    const ids = await fixture.insert(Array.from({ length: 300 }, () => aDelivery()));
    const [one, other] = [start(), start()];
    for (let round = 0; round < 5; round += 1) for (const deliveries of [one, other]) deliveries.enqueue(ids);
    await waitFor(async () => (await fixture.rows(ids)).every(({ state }) => state === 'delivered'), {
      describe: 'all to be delivered',
    });
    expect([...fixture.provider.countById().values()].filter((count) => count !== 1)).toEqual([]);
    expect(fixture.provider.calls).toHaveLength(300);
  });
});

describe('a provider that fails', () => {
  it('is left alone for a while, and then asked by one attempt alone', async () => {
    // Long enough that on a busy machine too few of them find out within the twenty.
    const breaker = { failureShare: 0.5, volume: 5, resetMs: 4_000 };
    const mail = { ...quickPolicies.mail, concurrency: 1, backoffMs: Array.from({ length: 2_000 }, () => 20), breaker };
    let isBack = false;
    fixture.provider.answer = () =>
      isBack ? { outcome: 'delivered', answer: 'taken' } : { outcome: 'retry', reason: 'provider-unavailable', answer: '503' };
    const ids = await fixture.insert(Array.from({ length: 20 }, () => aDelivery()));
    start({ policies: { ...quickPolicies, mail } });
    await waitFor(async () => (await fixture.rows(ids)).every(({ attempts }) => attempts > 0), { describe: 'each to be tried' });
    // Twenty attempts at least, of which the provider saw those before the circuit opened and one or two that found out.
    expect(fixture.provider.calls.length).toBeLessThan(12);
    const { rows } = await fixture.pool.query<{ answer: string }>(
      `SELECT DISTINCT answer FROM notification.delivery_attempt WHERE answer LIKE 'not tried%' AND delivery_id = ANY ($1)`,
      [ids],
    );
    expect(rows).toHaveLength(1);
    isBack = true;
    await waitFor(async () => (await fixture.rows(ids)).every(({ state }) => state === 'delivered'), {
      describe: 'all to be delivered',
    });
  });
});
