import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startProviderDouble, type Behaviour, type ProviderDouble } from '../testing/provider-double.ts';
import { aMessage, describeChannel, quiet } from './channel.features.ts';
import { createSmsChannel } from './sms.channel.ts';

const to = '0912 345 678';
const settings = (url: string) => ({ url, token: 'key:secret', brandName: 'THANHBA', timeoutMs: 2_000 });

describeChannel('sms', async () => {
  const double = await startProviderDouble('sms');
  return {
    channel: createSmsChannel(settings(double.url)),
    to,
    badAddress: '12 ba 4',
    received: () =>
      Promise.resolve(
        double.taken.map(({ body }) => {
          const { RequestId, Content } = JSON.parse(body) as { RequestId: string; Content: string };
          return { deliveryId: RequestId, text: Content };
        }),
      ),
    goAway: () => double.close(),
    close: () => double.close(),
  };
});

describe('a short message', () => {
  let double: ProviderDouble;
  beforeAll(async () => {
    double = await startProviderDouble('sms');
  });
  afterAll(() => double.close());

  const sendAgainst = async (behaviours: readonly Behaviour[], changes = {}) => {
    const channel = createSmsChannel(settings(double.url));
    double.behave(...behaviours);
    return channel.send(aMessage({ to, ...changes }), quiet());
  };

  it('is asked for as the gateway’s interface says, with the address its report is to come to', async () => {
    const channel = createSmsChannel({
      ...settings(double.url),
      callbacks: { publicUrl: 'https://motcua.example/api', secret: 's' },
    });
    const deliveryId = 'd2f7a5de-9f0e-4b7a-8f0a-0d2b7f9f8a11';
    await channel.send(aMessage({ to, deliveryId, text: 'Ho so da co ket qua' }), quiet());
    expect(JSON.parse(double.requests.at(-1)?.body ?? '')).toEqual({
      ApiKey: 'key',
      SecretKey: 'secret',
      Brandname: 'THANHBA',
      SmsType: '2',
      Phone: '84912345678',
      Content: 'Ho so da co ket qua',
      IsUnicode: '0',
      RequestId: deliveryId,
      CallbackUrl: expect.stringMatching(
        /^https:\/\/motcua\.example\/api\/v1\/callbacks\/sms\?delivery=d2f7a5de-9f0e-4b7a-8f0a-0d2b7f9f8a11&token=[\w-]{43}$/u,
      ),
    });
  });

  it('is Unicode where its text has marks', async () => {
    await sendAgainst([], { text: 'Hồ sơ đã có kết quả' });
    expect(JSON.parse(double.requests.at(-1)?.body ?? '')).toMatchObject({ IsUnicode: '1' });
  });

  it('is passed on once where the answer to the first attempt was lost', async () => {
    const deliveryId = randomUUID();
    expect(await sendAgainst([{ kind: 'silent' }], { deliveryId })).toMatchObject({
      outcome: 'retry',
      reason: 'provider-timeout',
    });
    expect(await sendAgainst([], { deliveryId })).toMatchObject({ outcome: 'accepted', answer: '124 Duplicate RequestId' });
    expect(double.taken.filter(({ body }) => body.includes(deliveryId))).toHaveLength(1);
  });

  it.each<[string, Behaviour, object]>([
    ['busy', { kind: 'busy', retryAfter: '7' }, { outcome: 'retry', reason: 'provider-busy', afterMs: 7_000 }],
    ['broken', { kind: 'status', status: 503 }, { outcome: 'retry', reason: 'provider-unavailable' }],
    ['slower than we wait', { kind: 'slow', afterMs: 60_000 }, { outcome: 'retry', reason: 'provider-timeout' }],
    ['hanging up', { kind: 'hang-up' }, { outcome: 'retry', reason: 'provider-unreachable' }],
    ['answering no JSON', { kind: 'garbled' }, { outcome: 'retry', reason: 'provider-garbled' }],
    ['slow, but in time', { kind: 'slow', afterMs: 100 }, { outcome: 'accepted' }],
    [
      'sending us elsewhere',
      { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { outcome: 'refused', reason: 'provider-refused' },
    ],
    [
      'refusing our key',
      { kind: 'code', code: 101, message: 'Authorize Failed' },
      { outcome: 'refused', reason: 'provider-credentials' },
    ],
    [
      'out of money',
      { kind: 'code', code: 103, message: 'Balance not enough' },
      { outcome: 'refused', reason: 'provider-quota' },
    ],
    ['refusing the number', { kind: 'code', code: 99, message: 'blocked' }, { outcome: 'refused', reason: 'address-refused' }],
    [
      'refusing the text',
      { kind: 'code', code: 146, message: 'wrong template' },
      { outcome: 'refused', reason: 'provider-template' },
    ],
    [
      'refusing for a reason we do not know',
      { kind: 'code', code: 999, message: '?' },
      { outcome: 'refused', reason: 'provider-refused' },
    ],
  ])('says what to do about a gateway that is %s', async (_name, behaviour, expected) => {
    expect(await sendAgainst([behaviour])).toMatchObject(expected);
  });

  it('keeps nothing of our keys where the gateway repeats what it was sent', async () => {
    const callbacks = { publicUrl: 'https://motcua.example/api', secret: 's' };
    const channel = createSmsChannel({ ...settings(double.url), token: 'ap-4f1c:zq-77d0', callbacks });
    const message = aMessage({ to });
    await channel.send(message, quiet());
    const sent = JSON.parse(double.requests.at(-1)?.body ?? '') as Record<string, string>;
    const token = new URL(sent['CallbackUrl'] ?? '').searchParams.get('token') ?? '';
    double.behave({ kind: 'code', code: 999, message: `not understood: ${sent['ApiKey']}, ${sent['SecretKey']}, ${token}` });
    expect(await channel.send(message, quiet())).toMatchObject({ answer: '999 not understood: [secret], [secret], [secret]' });
  });

  it('keeps the gateway’s words without the number and the message in them', async () => {
    const { answer } = await sendAgainst([
      { kind: 'code', code: 108, message: 'Phone 84912345678 (0912 345 678) of an@x.vn invalid' },
    ]);
    expect(answer).toBe('108 Phone [number] ([number]) of [address] invalid');
  });
});
