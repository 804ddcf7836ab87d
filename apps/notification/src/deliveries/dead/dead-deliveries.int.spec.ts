import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessModule } from '@motcua/access';
import { type Role } from '@motcua/auth';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import type { DeadDeliveryPage } from '@motcua/contracts';
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { waitFor } from '@motcua/testing';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DeadDeliveries } from './dead-deliveries.store.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import type { Deliveries } from '../deliveries.ts';
import { createDeliveriesFixture, type DeliveriesFixture } from '../../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../../testing/deliveries/new-delivery.builder.ts';

let fixture: DeliveriesFixture;
let issuer: TestIssuer;
let app: NestFastifyApplication;
let deliveries: Deliveries | undefined;

const paths = {
  'phu-tho': ['phu-tho'],
  'thanh-ba': ['phu-tho', 'thanh-ba'],
  'dong-xuan': ['phu-tho', 'thanh-ba', 'dong-xuan'],
  'lap-thach': ['phu-tho', 'lap-thach'],
};
const units = Object.keys(paths) as (keyof typeof paths)[];

beforeAll(async () => {
  fixture = await createDeliveriesFixture();
  issuer = await createTestIssuer();
  const dead = new DeadDeliveries(fixture.pool, (ids) => {
    deliveries?.enqueue(ids);
  });
  @Module({
    imports: [AccessModule.forRoot({ jwks: issuer.jwks, issuer: 'motcua', audience: 'motcua' })],
    controllers: [DeliveriesController],
    providers: [{ provide: DeadDeliveries, useValue: dead }],
  })
  class AppModule {}
  app = await createHttpApp(AppModule, { service: 'spec', logger: createLogger('spec', { level: 'silent' }) });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
beforeEach(async () => {
  await fixture.pool.query('DELETE FROM notification.delivery_attempt');
  await fixture.pool.query('DELETE FROM notification.delivery');
});
afterEach(() => fixture.stopAll());
afterAll(async () => {
  await app.close();
  await issuer.close();
  await fixture.close();
});

const as = (role: Role, unit?: string) => issuer.bearer({ role, ...(unit === undefined ? {} : { unit }) });
async function list(role: Role, unit: string | undefined, query = ''): Promise<{ status: number; page: DeadDeliveryPage }> {
  const answer = await app.inject({ url: `/v1/deliveries/dead${query}`, headers: await as(role, unit) });
  return { status: answer.statusCode, page: answer.json() };
}
const post = async (path: string, role: Role, unit: string | undefined, body?: object) =>
  app.inject({
    method: 'POST',
    url: `/v1/deliveries/${path}`,
    headers: await as(role, unit),
    ...(body === undefined ? {} : { payload: body }),
  });

/** Dead deliveries, one a unit and reason. */
async function kill(reasons: readonly string[]): Promise<Map<string, string>> {
  const dead = units.flatMap((unit) => reasons.map((reason) => ({ reason, delivery: aDelivery({ unit, path: paths[unit] }) })));
  await fixture.insert(dead.map(({ delivery }) => delivery));
  for (const { reason, delivery } of dead)
    await fixture.pool.query(`UPDATE notification.delivery SET state = 'failed', reason = $2, updated_at = now() WHERE id = $1`, [
      delivery.id,
      reason,
    ]);
  return new Map(dead.map(({ reason, delivery }) => [`${delivery.unit} ${reason}`, delivery.id]));
}

describe('dead deliveries', () => {
  it('are listed by reason, newest first, page by page', async () => {
    const ids = await kill(['address-missing', 'provider-refused']);
    const seen: string[] = [];
    for (let query = '?limit=3'; query !== '';) {
      const { page } = await list('admin', undefined, query);
      seen.push(...page.deliveries.map(({ id }) => id));
      expect(page.reasons).toEqual([
        { reason: 'address-missing', count: 4 },
        { reason: 'provider-refused', count: 4 },
      ]);
      query = page.next === null ? '' : `?limit=3&cursor=${page.next}`;
    }
    expect(seen).toEqual([...ids.values()].reverse());
    const { page } = await list('admin', undefined, '?reason=provider-refused&unit=thanh-ba');
    expect(page.deliveries.map(({ unit, reason }) => [unit, reason])).toEqual([
      ['dong-xuan', 'provider-refused'],
      ['thanh-ba', 'provider-refused'],
    ]);
  });

  it('are seen and sent anew by the head of their subtree alone, for every pair of units', async () => {
    const ids = await kill(['address-missing']);
    for (const own of units) {
      const { page } = await list('head', own);
      const within = units.filter((unit) => paths[unit].includes(own));
      expect(page.deliveries.map(({ unit }) => unit).sort()).toEqual(within.sort());
      for (const unit of units.filter((other) => !paths[other].includes(own)))
        expect((await post(`${ids.get(`${unit} address-missing`) ?? ''}/retry`, 'head', own)).statusCode).toBe(403);
    }
    const retried = await post('retry', 'head', 'thanh-ba', { reason: 'address-missing' });
    expect(retried.json()).toEqual({ retried: 2 });
    const { page } = await list('admin', undefined);
    expect(page.deliveries.map(({ unit }) => unit).sort()).toEqual(['lap-thach', 'phu-tho']);
  });

  it('are nothing for officers and leaders', async () => {
    const [id = ''] = (await kill(['address-missing'])).values();
    for (const role of ['counter', 'specialist', 'leader'] as const) {
      expect((await list(role, 'phu-tho')).status).toBe(403);
      expect((await post(`${id}/retry`, role, 'phu-tho')).statusCode).toBe(403);
      expect((await post('retry', role, 'phu-tho', { reason: 'address-missing' })).statusCode).toBe(403);
    }
  });

  it('go out again from the start of their chain, with the time they had, and keep their attempts', async () => {
    fixture.provider.answer = () => ({ outcome: 'refused', reason: 'provider-refused', answer: 'no' });
    const [id = ''] = await fixture.insert([aDelivery({ channels: ['mail', 'sms'] })]);
    deliveries = fixture.start({ store: fixture.postgres });
    const isIn = (state: string) =>
      waitFor(async () => (await fixture.rows([id]))[0]?.state === state, { describe: `it to be ${state}` });
    await isIn('failed');
    await fixture.pool.query(`UPDATE notification.delivery SET expires_at = now() WHERE id = $1`, [id]);
    fixture.provider.answer = () => ({ outcome: 'delivered', answer: 'taken' });
    expect((await post(`${id}/retry`, 'head', 'thanh-ba')).json()).toEqual({ retried: 1 });
    await isIn('delivered');
    expect(await fixture.outcomes(id)).toEqual([
      'mail refused provider-refused',
      'sms refused provider-refused',
      'mail delivered',
    ]);
    const again = await post(`${id}/retry`, 'head', 'thanh-ba');
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'delivery.not-dead']);
    expect((await post(`${aDelivery().id}/retry`, 'admin', undefined)).statusCode).toBe(404);
  });
});
