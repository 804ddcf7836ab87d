import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessModule } from '@motcua/access';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import { REFERENCE } from '@motcua/reference';
import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UnitDirectory } from '../../people/unit-directory.ts';
import { createDirectory } from '../../testing/reference.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../../testing/notification-database.ts';
import { TemplateBook, openTemplateBook } from '../../templates/template-book.ts';
import { TemplatesController } from '../../templates/templates.controller.ts';
import { openEntities } from '../../testing/entities.ts';
import { listSubscribed } from './list-subscribed.ts';
import { WebhookEntity } from './webhook.entity.ts';
import { WebhookStore } from './webhook.store.ts';
import { WebhooksController } from './webhooks.controller.ts';

@Module({})
class EmptyModule {}

const subscription = { url: 'https://hooks.phutho.example/motcua', events: ['vn.motcua.sla.*'], unit: 'xa-a' };

describe('webhooks and templates over HTTP', () => {
  let database: NotificationDatabase;
  let issuer: TestIssuer;
  let app: NestFastifyApplication;
  let store: WebhookStore;

  beforeAll(async () => {
    database = await createNotificationDatabase();
    store = new WebhookStore((await openEntities(database.pool)).getRepository(WebhookEntity));
    issuer = await createTestIssuer();
    const module = {
      module: EmptyModule,
      imports: [AccessModule.forRoot({ jwks: issuer.jwks, issuer: 'motcua', audience: 'motcua' })],
      controllers: [WebhooksController, TemplatesController],
      providers: [
        { provide: WebhookStore, useValue: store },
        { provide: CONFIG, useValue: { WEBHOOK_ALLOW_PRIVATE: false } },
        { provide: UnitDirectory, useValue: createDirectory() },
        { provide: REFERENCE, useValue: { isLoaded: true } },
        { provide: TemplateBook, useValue: openTemplateBook() },
      ],
    };
    app = await createHttpApp(module, {
      service: 'notification',
      logger: createLogger('spec', { level: 'silent' }),
      openApi: { title: 'spec', version: '1', description: 'spec' },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
    await database.close();
  });

  type Claims = Parameters<TestIssuer['bearer']>[0];
  const operator: Claims = { role: 'admin' };
  const call = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, claims: Claims = operator) => {
    const response = await app.inject({
      method,
      url,
      headers: await issuer.bearer(claims),
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: response.statusCode, body: (response.body === '' ? undefined : response.json()) as Record<string, unknown> };
  };

  it('a secret is shown when it is made, and never again', async () => {
    const made = await call('PUT', '/v1/webhooks/province', subscription);
    expect(made).toMatchObject({
      status: 201,
      body: { id: 'province', ...subscription, secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{32}$/u) },
    });
    const changed = await call('PUT', '/v1/webhooks/province', { ...subscription, unit: 'xa-b' });
    expect(changed).toMatchObject({ status: 200, body: { unit: 'xa-b' } });
    const nowhere = await call('PUT', '/v1/webhooks/province', { ...subscription, unit: 'Bà Hoa 0912345678' });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'unit.unknown' } });
    expect(JSON.stringify(nowhere)).not.toMatch(/Hoa|0912345678/);
    const read = await call('GET', '/v1/webhooks/province');
    const listed = await call('GET', '/v1/webhooks');
    expect(JSON.stringify([changed, read, listed])).not.toContain('whsec_');
    expect(await store.findTarget('province')).toEqual({ url: subscription.url, secret: made.body['secret'] });
  });

  it('a new secret is made on demand and ends the old one', async () => {
    const { body: made } = await call('PUT', '/v1/webhooks/rotating', subscription);
    const { body: rotated } = await call('PUT', '/v1/webhooks/rotating', { ...subscription, rotateSecret: true });
    expect(rotated['secret']).not.toBe(made['secret']);
    expect((await store.findTarget('rotating'))?.secret).toBe(rotated['secret']);
  });

  it('a subscription that was removed is gone, and may be removed again', async () => {
    await call('PUT', '/v1/webhooks/leaving', subscription);
    expect(await call('DELETE', '/v1/webhooks/leaving')).toEqual({ status: 204, body: undefined });
    expect(await call('DELETE', '/v1/webhooks/leaving')).toMatchObject({ status: 204 });
    expect(await call('GET', '/v1/webhooks/leaving')).toMatchObject({ status: 404, body: { code: 'webhook.unknown' } });
    expect(await store.findTarget('leaving')).toBeUndefined();
  });

  it.each([
    'http://hooks.phutho.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://printer.local/',
    'https://intake/',
    'https://user:password@hooks.phutho.example/',
  ])('the address %s is refused with what to do', async (url) => {
    const refused = await call('PUT', '/v1/webhooks/bad', { ...subscription, url });
    expect(refused).toMatchObject({ status: 422, body: { code: 'webhook.address-forbidden', detail: expect.any(String) } });
    expect(await store.find('bad')).toBeUndefined();
  });

  it('an unknown event or field is refused', async () => {
    expect(await call('PUT', '/v1/webhooks/bad', { ...subscription, events: ['everything'] })).toMatchObject({ status: 400 });
    expect(await call('PUT', '/v1/webhooks/bad', { ...subscription, secret: 'mine' })).toMatchObject({ status: 400 });
  });

  it.each<[string, Claims]>([
    ['a head', { role: 'head', unit: 'thanh-ba' }],
    ['an admin of one unit', { role: 'admin', unit: 'thanh-ba' }],
    ['an officer', { role: 'counter', unit: 'thanh-ba' }],
  ])('%s may neither see nor change subscriptions', async (_name, claims) => {
    const answers = [
      await call('GET', '/v1/webhooks', undefined, claims),
      await call('GET', '/v1/webhooks/province', undefined, claims),
      await call('PUT', '/v1/webhooks/province', subscription, claims),
      await call('DELETE', '/v1/webhooks/province', undefined, claims),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('an event goes to those who asked for it, or for all of its service, in a unit above it', async () => {
    await database.pool.query('DELETE FROM notification.webhook');
    const put = (id: string, events: string[], unit: string) => store.put(id, { ...subscription, events, unit }, 'spec');
    await put('all-sla', ['vn.motcua.sla.*'], 'phu-tho');
    await put('breaches', ['vn.motcua.sla.breached.v1'], 'thanh-ba');
    await put('elsewhere', ['vn.motcua.sla.*'], 'viet-tri');
    await put('dossiers', ['vn.motcua.dossier.received.v1', 'vn.motcua.sla.recovered.v1'], 'phu-tho');
    const events = [
      { type: 'vn.motcua.sla.breached.v1', path: ['phu-tho', 'thanh-ba'] },
      { type: 'vn.motcua.sla.due-soon.v1', path: ['phu-tho', 'thanh-ba'] },
      { type: 'vn.motcua.dossier.received.v1', path: ['phu-tho'] },
      { type: 'vn.motcua.dossier.processed.v1', path: ['phu-tho'] },
      { type: 'vn.motcua.sla.breached.v1', path: ['ha-noi'] },
    ];
    expect(await listSubscribed(toTransaction(database.pool), events)).toEqual([
      ['all-sla', 'breaches'],
      ['all-sla'],
      ['dossiers'],
      [],
      [],
    ]);
    expect(await listSubscribed(toTransaction(database.pool), [])).toEqual([]);
  });

  it('templates are listed and previewed by whoever is signed in', async () => {
    const officer: Claims = { role: 'counter', unit: 'thanh-ba' };
    const { status, body } = await call('GET', '/v1/notification-templates', undefined, officer);
    expect([status, (body['templates'] as unknown[]).length]).toEqual([200, 28]);
    expect(
      await call('POST', '/v1/notification-templates/received/preview', { language: 'vi', channel: 'sms' }, officer),
    ).toMatchObject({
      status: 200,
      body: { id: 'received', sms: { encoding: 'GSM-7', segments: 1 }, html: null },
    });
  });

  it('a preview of what is not there, or with variables that do not fit, says what to do', async () => {
    const preview = (id: string, body: object) => call('POST', `/v1/notification-templates/${id}/preview`, body);
    expect(await preview('nothing', { language: 'vi' })).toMatchObject({ status: 404, body: { code: 'template.unknown' } });
    expect(await preview('received', { language: 'vi', version: 9 })).toMatchObject({ status: 404 });
    expect(await preview('received', { language: 'vi', variables: { code: 'H44' } })).toMatchObject({
      status: 422,
      body: { code: 'template.variables-invalid', detail: expect.stringContaining('procedure') },
    });
    expect(await preview('received', { language: 'fr' })).toMatchObject({ status: 400 });
  });

  it('every route is in the OpenAPI document', async () => {
    const document = (await app.inject({ method: 'GET', url: '/openapi.json' })).json<{ paths: object }>();
    expect(Object.keys(document.paths).sort()).toEqual([
      '/v1/notification-templates',
      '/v1/notification-templates/{id}/preview',
      '/v1/webhooks',
      '/v1/webhooks/{id}',
    ]);
  });
});
