import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessModule } from '@motcua/access';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { createHttpApp } from '@motcua/http';
import { createLogger, createMetrics } from '@motcua/observability';
import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import { signSmsReport, signZaloReceipt, type SignedCallback } from '../../testing/provider-double-callbacks.ts';
import { toCallbackUrl } from '../../channels/callback-url.ts';
import { CallbackService } from './callback.service.ts';
import { CallbacksController } from './callbacks.controller.ts';
import { RawCallbackBodies } from './raw-callback-bodies.ts';
import { RECORD_REPORT, type ProviderReport } from './provider-report.ts';

const deliveryId = 'd2f7a5de-9f0e-4b7a-8f0a-0d2b7f9f8a11';
const secret = 'agreed-on';
const smsReport = { SMSID: 'sms-1', RequestId: deliveryId, SendStatus: 5, SendSuccess: 1, SendFailed: 0, TotalPrice: '700.0000' };

@Module({})
class EmptyModule {}

describe('callbacks', () => {
  let issuer: TestIssuer;
  let app: NestFastifyApplication;
  let metrics: Registry;
  let url = '';
  const recorded: ProviderReport[] = [];

  beforeAll(async () => {
    issuer = await createTestIssuer();
    metrics = createMetrics('notification');
    const record = (report: ProviderReport) => {
      const isKnown = recorded.some((known) => known.deliveryId === report.deliveryId && known.outcome === report.outcome);
      if (!isKnown) recorded.push(report);
      return Promise.resolve(isKnown ? ('unchanged' as const) : ('applied' as const));
    };
    const module = {
      module: EmptyModule,
      imports: [AccessModule.forRoot({ jwks: issuer.jwks, issuer: 'motcua', audience: 'motcua' })],
      controllers: [CallbacksController],
      providers: [
        CallbackService,
        RawCallbackBodies,
        { provide: CONFIG, useValue: { SMS_CALLBACK_SECRET: secret, ZALO_CALLBACK_SECRET: secret } },
        { provide: RECORD_REPORT, useValue: record },
      ],
    };
    app = await createHttpApp(module, { service: 'notification', logger: createLogger('spec', { level: 'silent' }), metrics });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });
  beforeEach(() => {
    recorded.length = 0;
  });

  const post = async (provider: string, { headers, payload }: SignedCallback) => {
    const response = await fetch(`${url}/v1/callbacks/${provider}`, { method: 'POST', headers, body: payload });
    const body = (await response.json()) as { code?: string; taken?: boolean };
    return { status: response.status, code: body.code, taken: body.taken };
  };
  const countOf = async (provider: string, outcome: string): Promise<number> => {
    const { values } = (await metrics.getSingleMetric('motcua_notification_callbacks_total')?.get()) ?? { values: [] };
    return values.find(({ labels }) => labels['provider'] === provider && labels['outcome'] === outcome)?.value ?? 0;
  };

  it('take a signed report of a short message and say what became of the delivery', async () => {
    expect(await post('sms', signSmsReport(secret, smsReport))).toMatchObject({ status: 200, taken: true });
    expect(recorded).toEqual([
      {
        channel: 'sms',
        deliveryId,
        providerId: 'sms-1',
        outcome: 'delivered',
        answer: 'SendStatus 5, SendSuccess 1, SendFailed 0',
      },
    ]);
  });

  it('take that a message failed, and wait where it is still on its way', async () => {
    await post('sms', signSmsReport(secret, { ...smsReport, SendStatus: 7, SendSuccess: 0 }));
    expect(recorded).toEqual([]);
    await post('sms', signSmsReport(secret, { ...smsReport, SendSuccess: 0, SendFailed: 1 }));
    expect(recorded).toMatchObject([{ outcome: 'failed', reason: 'address-unreachable' }]);
  });

  it('take Zalo’s word that a message arrived, and leave out what is not about messages', async () => {
    expect(await post('zalo', signZaloReceipt(secret, { trackingId: deliveryId, messageId: 'zns-1' }))).toMatchObject({
      status: 200,
    });
    expect(recorded).toMatchObject([{ channel: 'zalo', deliveryId, providerId: 'zns-1', outcome: 'delivered' }]);
    expect(recorded[0]?.answer).not.toMatch(/84912345678/u);
  });

  it('answer a double like the first and change nothing', async () => {
    const callback = signSmsReport(secret, smsReport);
    const before = await countOf('sms', 'unchanged');
    const answers = [await post('sms', callback), await post('sms', callback)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(recorded).toHaveLength(1);
    expect(await countOf('sms', 'unchanged')).toBe(before + 1);
  });

  it.each<[string, string, () => SignedCallback]>([
    ['another secret', 'sms', () => signSmsReport('guessed', smsReport)],
    ['no signature', 'sms', () => ({ headers: { 'content-type': 'application/json' }, payload: JSON.stringify(smsReport) })],
    [
      'a byte changed',
      'sms',
      () => ({ ...signSmsReport(secret, smsReport), payload: JSON.stringify({ ...smsReport, SendStatus: 4 }) }),
    ],
    [
      'the same JSON written otherwise',
      'sms',
      () => ({ ...signSmsReport(secret, smsReport), payload: JSON.stringify(smsReport) }),
    ],
    [
      'a new timestamp on an old signature',
      'sms',
      () => {
        const old = signSmsReport(secret, smsReport, Date.now() - 3_600_000);
        return { ...old, headers: { ...old.headers, 'x-timestamp': String(Math.floor(Date.now() / 1_000)) } };
      },
    ],
    ['another secret', 'zalo', () => signZaloReceipt('guessed', { trackingId: deliveryId, messageId: 'zns-1' })],
    [
      'another delivery',
      'zalo',
      () => {
        const { headers, payload } = signZaloReceipt(secret, { trackingId: deliveryId, messageId: 'zns-1' });
        return { headers, payload: payload.replace(deliveryId, deliveryId.replace('d2', 'd3')) };
      },
    ],
  ])('refuse and count a forged one: %s (%s)', async (_name, provider, forge) => {
    const before = await countOf(provider, 'forged');
    expect(await post(provider, forge())).toMatchObject({ status: 401, code: 'callback.forged' });
    expect(recorded).toEqual([]);
    expect(await countOf(provider, 'forged')).toBe(before + 1);
  });

  it('refuse one that was recorded and is played again after the window, or comes from the future', async () => {
    const minutes = 60_000;
    expect(await post('sms', signSmsReport(secret, smsReport, Date.now() - 6 * minutes))).toMatchObject({
      status: 401,
      code: 'callback.stale',
    });
    expect(await post('sms', signSmsReport(secret, smsReport, Date.now() + 6 * minutes))).toMatchObject({
      status: 401,
      code: 'callback.stale',
    });
    const zalo = (at: number) => signZaloReceipt(secret, { trackingId: deliveryId, messageId: 'zns-1', at });
    expect(await post('zalo', zalo(Date.now() - 180 * minutes))).toMatchObject({ status: 401, code: 'callback.stale' });
    expect(recorded).toEqual([]);
    // Zalo tries again for two hours and signs its first moment each time.
    expect(await post('zalo', zalo(Date.now() - 110 * minutes))).toMatchObject({ status: 200 });
  });

  it('take the report of a gateway that cannot sign at the address made for the delivery, and at no other', async () => {
    const address = (id: string) => toCallbackUrl({ publicUrl: url, secret }, id);
    const report = '&SMSID=sms-1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=2&phonenumber=0912345678';
    const other = deliveryId.replace('d2', 'd3');
    const forged = address(deliveryId).replace(deliveryId, other);
    expect((await fetch(forged + report)).status).toBe(401);
    // A token for one delivery does not speak for another that the report names.
    expect((await fetch(`${address(deliveryId)}${report}&RequestId=${other}`)).status).toBe(200);
    expect(recorded).toMatchObject([{ deliveryId, outcome: 'delivered' }]);
  });

  it('refuse what is no callback, or far too long, before anything is believed', async () => {
    expect(await post('sms', signSmsReport(secret, { SendStatus: 'what' }))).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
    expect(await post('sms', signSmsReport(secret, { ...smsReport, padding: 'x'.repeat(70_000) }))).toMatchObject({
      status: 413,
    });
    expect(recorded).toEqual([]);
  });
});
