import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findStrangeTextsTaken, findUnrefused, readOpenApi } from '@motcua/testing';
import {
  createNotificationFixture,
  type NotificationFixture,
  type NotificationInstance,
} from '../testing/notification-service.ts';

let fixture: NotificationFixture;
let service: NotificationInstance;
beforeAll(async () => {
  fixture = await createNotificationFixture();
  service = await fixture.startInstance();
}, 90_000);
afterAll(() => fixture.close(), 60_000);

it('serves an OpenAPI document that is valid and names every route', async () => {
  expect(await readOpenApi(service.url)).toEqual({
    faults: [],
    paths: expect.arrayContaining([
      '/v1/notices',
      '/v1/notices/export',
      '/v1/notices/{id}',
      '/v1/inbox',
      '/v1/inbox/live',
      '/v1/inbox/read-all',
      '/v1/inbox/{id}/read',
      '/v1/staff-contacts',
      '/v1/staff/{id}/contact',
      '/v1/staff/{id}/preferences',
      '/v1/notification-rules',
      '/v1/notification-rules/{id}',
      '/v1/targets',
      '/v1/targets/{unit}/{indicator}',
      '/v1/notification-templates',
      '/v1/deliveries/dead',
      '/v1/webhooks',
      '/v1/notification/dlq',
    ]) as unknown,
  });
});

it('refuses forged cursors and NUL, wherever they stand', async () => {
  expect(await findUnrefused(service.url, (as) => fixture.issuer.token({ ...as }))).toEqual([]);
}, 60_000);

it('takes no line break, and no other strange character, in any text of one line', async () => {
  const { authorization } = await fixture.issuer.serviceBearer({ service: 'dossier-intake', audience: 'notification' });
  // One route is for a service alone: it comes in the place of a legacy system, to which none is open here.
  const token = authorization.slice('Bearer '.length);
  expect(
    await findStrangeTextsTaken(service.url, (as) =>
      as.role === 'source' ? Promise.resolve(token) : fixture.issuer.token({ ...as }),
    ),
  ).toEqual([
    // Kept nowhere, and each kind of variable looks at its own.
    'POST /v1/notification-templates/{id}/preview /variables/key',
  ]);
}, 120_000);

it('is ready with its streams caught up, and shows figures of its own', async () => {
  const response = await service.operations.inject('/health/ready');
  expect(response.json()).toMatchObject({
    checks: { projection: { ready: true, state: 'running, running, running', lag: 0, parked: 0 }, queue: { ready: true } },
  });
  const metrics = (await service.operations.inject('/metrics')).body;
  for (const name of ['motcua_notices_total', 'motcua_notices_coalesced_total', 'motcua_notices_unaddressed_total']) {
    expect(metrics).toContain(name);
  }
});
