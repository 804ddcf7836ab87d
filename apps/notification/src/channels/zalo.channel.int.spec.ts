import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProviderDouble, type Behaviour, type ProviderDouble } from '../testing/provider-double.ts';
import { aMessage, describeChannel, quiet } from './channel.features.ts';
import { createZaloChannel } from './zalo.channel.ts';

const to = '+84 912 345 678';
const templates = { 'processed.v1.vi': '272889' };
const settings = (url: string) => ({ url: `${url}message/template`, token: 'token-of-the-account', templates, timeoutMs: 2_000 });

interface ZnsRequest {
  readonly tracking_id: string;
  readonly template_data: unknown;
}

describeChannel('zalo', async () => {
  const double = await startProviderDouble('zalo');
  return {
    channel: createZaloChannel(settings(double.url)),
    to,
    badAddress: 'zalo.me/an',
    received: () =>
      Promise.resolve(
        // Zalo knows a message by our tracking id and passes doubles on; who reads them sees one delivery.
        [...new Map(double.taken.map(({ body }) => [(JSON.parse(body) as ZnsRequest).tracking_id, body])).values()].map(
          (body) => {
            const request = JSON.parse(body) as ZnsRequest;
            return { deliveryId: request.tracking_id, text: JSON.stringify(request.template_data) };
          },
        ),
      ),
    goAway: () => double.close(),
    close: () => double.close(),
  };
});

describe('a message of Zalo', () => {
  let double: ProviderDouble;
  beforeAll(async () => {
    double = await startProviderDouble('zalo');
  });
  afterAll(() => double.close());

  const sendAgainst = (behaviour: Behaviour | undefined, changes = {}) => {
    if (behaviour !== undefined) double.behave(behaviour);
    return createZaloChannel(settings(double.url)).send(aMessage({ to, ...changes }), quiet());
  };

  it('is asked for as the interface says: an approved template and its values, no text of ours', async () => {
    const message = aMessage({ to });
    expect(await sendAgainst(undefined, message)).toMatchObject({
      outcome: 'accepted',
      providerId: 'zns-1',
      answer: '0 Success',
    });
    const { path, headers, body } = double.requests[0] ?? { path: '', headers: {}, body: '' };
    expect(path).toBe('/message/template');
    expect(headers['access_token']).toBe('token-of-the-account');
    expect(JSON.parse(body)).toEqual({
      phone: '84912345678',
      template_id: '272889',
      template_data: { code: 'H44.32-261123-0007' },
      tracking_id: message.deliveryId,
    });
  });

  it('is refused, for the next channel to take, where Zalo has approved no such template', async () => {
    const before = double.requests.length;
    expect(await sendAgainst(undefined, { language: 'en' })).toEqual({
      outcome: 'refused',
      reason: 'template-unregistered',
      answer: 'No template of Zalo is set for processed.v1.en.',
    });
    expect(double.requests).toHaveLength(before);
  });

  it.each<[string, Behaviour, object]>([
    [
      'knows no account of the number',
      { kind: 'code', code: -118, message: 'Zalo account not existed' },
      { outcome: 'refused', reason: 'address-unreachable' },
    ],
    [
      'finds the number wrong',
      { kind: 'code', code: -108, message: 'Phone number invalid' },
      { outcome: 'refused', reason: 'address-invalid' },
    ],
    [
      'refuses our token',
      { kind: 'code', code: -124, message: 'Access token invalid' },
      { outcome: 'refused', reason: 'provider-credentials' },
    ],
    [
      'has no quota left for us',
      { kind: 'code', code: -115, message: 'Out of quota' },
      { outcome: 'refused', reason: 'provider-quota' },
    ],
    [
      'sends nothing by night',
      { kind: 'code', code: -133, message: 'not at night' },
      { outcome: 'refused', reason: 'provider-night' },
    ],
    [
      'does not know what is wrong',
      { kind: 'code', code: -100, message: 'Unknown error' },
      { outcome: 'retry', reason: 'provider-unavailable' },
    ],
    [
      'says what we do not know',
      { kind: 'code', code: -9_999, message: '?' },
      { outcome: 'refused', reason: 'provider-refused' },
    ],
    ['is busy', { kind: 'busy', retryAfter: '3' }, { outcome: 'retry', reason: 'provider-busy', afterMs: 3_000 }],
    ['is broken', { kind: 'status', status: 502 }, { outcome: 'retry', reason: 'provider-unavailable' }],
    ['never answers', { kind: 'silent' }, { outcome: 'retry', reason: 'provider-timeout' }],
    ['answers no JSON', { kind: 'garbled' }, { outcome: 'retry', reason: 'provider-garbled' }],
  ])('says what to do where Zalo %s', async (_name, behaviour, expected) => {
    expect(await sendAgainst(behaviour)).toMatchObject(expected);
  });
});
