import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { startProviderDouble, type Behaviour, type DoubleRequest, type ProviderDouble } from '../testing/provider-double.ts';
import { aMessage, describeChannel, quiet } from './channel.features.ts';
import { createWebhookChannel } from './webhook.channel.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const source = 'https://motcua.example/notification';
const fixture = (url: string, changes = {}) =>
  createWebhookChannel({
    find: (id) => Promise.resolve(id === 'province' ? { url, secret } : undefined),
    allowPrivate: true,
    source,
    timeoutMs: 2_000,
    ...changes,
  });

describeChannel('webhook', async () => {
  const double = await startProviderDouble('webhook');
  return {
    channel: fixture(double.url),
    to: 'province',
    badAddress: 'nobody-subscribed',
    received: () =>
      Promise.resolve(double.taken.map(({ headers, body }) => ({ deliveryId: String(headers['webhook-id']), text: body }))),
    goAway: () => double.close(),
    close: () => double.close(),
  };
});

describe('a webhook', () => {
  let double: ProviderDouble;
  beforeAll(async () => {
    double = await startProviderDouble('webhook');
  });
  afterAll(() => double.close());

  const signatureOf = ({ headers }: DoubleRequest) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))) as Record<string, string>;

  it('brings the event as it was published, signed so that the receiver can check it', async () => {
    const event = {
      specversion: '1.0',
      id: randomUUID(),
      type: 'vn.motcua.sla.breached.v1',
      source: 'sla-timer',
      data: { unit: 'thanh-ba' },
    };
    const deliveryId = randomUUID();
    expect(await fixture(double.url).send(aMessage({ to: 'province', deliveryId, event }), quiet())).toEqual({
      outcome: 'delivered',
      answer: 'HTTP 202 taken',
    });
    const request = double.requests.at(-1)!;
    expect(request.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(request.headers['webhook-id']).toBe(deliveryId);
    expect(new Webhook(secret).verify(request.body, signatureOf(request))).toEqual(event);
  });

  it('is not believed by a receiver where a byte of it was changed or the secret is another', async () => {
    await fixture(double.url).send(aMessage({ to: 'province' }), quiet());
    const request = double.requests.at(-1)!;
    const other = new Webhook(`whsec_${Buffer.from('another secret altogether').toString('base64')}`);
    expect(() => new Webhook(secret).verify(`${request.body} `, signatureOf(request))).toThrow('No matching signature');
    expect(() => other.verify(request.body, signatureOf(request))).toThrow('No matching signature');
  });

  it('makes an event of a notice that none stands behind', async () => {
    const message = aMessage({ to: 'province' });
    await fixture(double.url).send(message, quiet());
    expect(JSON.parse(double.requests.at(-1)!.body)).toMatchObject({
      specversion: '1.0',
      id: message.deliveryId,
      source,
      type: 'vn.motcua.notification.notice.v1',
      data: { template: { id: 'processed', version: 1 }, subject: message.subject },
    });
  });

  it.each<[string, Behaviour, object]>([
    ['is broken', { kind: 'status', status: 500 }, { outcome: 'retry', reason: 'provider-unavailable' }],
    ['objects', { kind: 'status', status: 400 }, { outcome: 'retry', reason: 'provider-unavailable' }],
    ['is busy', { kind: 'busy', retryAfter: '2' }, { outcome: 'retry', reason: 'provider-busy', afterMs: 2_000 }],
    ['never answers', { kind: 'silent' }, { outcome: 'retry', reason: 'provider-timeout' }],
    ['is gone for good', { kind: 'status', status: 410 }, { outcome: 'refused', reason: 'webhook-gone' }],
  ])('says what to do about a receiver that %s', async (_name, behaviour, expected) => {
    double.behave(behaviour);
    expect(await fixture(double.url).send(aMessage({ to: 'province' }), quiet())).toMatchObject(expected);
  });

  it('does not follow a redirect, wherever it leads', async () => {
    const elsewhere = await startProviderDouble('webhook');
    double.behave({ kind: 'status', status: 307, headers: { location: elsewhere.url } });
    const result = await fixture(double.url).send(aMessage({ to: 'province' }), quiet());
    expect(result).toMatchObject({ outcome: 'refused', reason: 'webhook-redirects' });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  describe('where private addresses are forbidden', () => {
    const port = () => new URL(double.url).port;
    it.each([
      ['the loopback', () => `http://127.0.0.1:${port()}/`],
      ['the loopback by name', () => `http://localhost:${port()}/`],
      ['the loopback as one number', () => `http://2130706433:${port()}/`],
      ['the loopback in hexadecimal', () => `http://0x7f000001:${port()}/`],
      ['the loopback of IPv6', () => `http://[::1]:${port()}/`],
      ['the loopback written as IPv6', () => `http://[::ffff:127.0.0.1]:${port()}/`],
      ['the unspecified address', () => `http://0.0.0.0:${port()}/`],
      ['a private network', () => 'http://10.1.2.3/'],
      ['a private network, over TLS', () => 'https://192.168.1.1/'],
      ['the link-local address of cloud metadata', () => 'http://169.254.169.254/latest/meta-data'],
    ])('refuses %s', async (_name, url) => {
      const before = double.requests.length;
      const result = await fixture(url(), { allowPrivate: false }).send(aMessage({ to: 'province' }), quiet());
      expect(result).toMatchObject({ outcome: 'refused', reason: 'address-forbidden' });
      expect(double.requests).toHaveLength(before);
    });

    it('refuses a public name that points to a private address by the time of connecting', async () => {
      const asked: string[] = [];
      const rebound: LookupFunction = (hostname, options, callback) => {
        asked.push(hostname);
        if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
        else callback(null, '127.0.0.1', 4);
      };
      const before = double.requests.length;
      const channel = fixture(`http://hooks.example.com:${port()}/`, { allowPrivate: false, lookup: rebound });
      expect(await channel.send(aMessage({ to: 'province' }), quiet())).toMatchObject({
        outcome: 'refused',
        reason: 'address-forbidden',
      });
      expect(asked).toEqual(['hooks.example.com']);
      expect(double.requests).toHaveLength(before);
    });
  });
});
