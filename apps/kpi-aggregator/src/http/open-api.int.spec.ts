import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findStrangeTextsTaken, findUnrefused, readOpenApi, waitFor } from '@motcua/testing';
import { createKpiFixture, type KpiFixture, type KpiInstance } from '../testing/kpi-service.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';

let fixture: KpiFixture;
let service: KpiInstance;
beforeAll(async () => {
  fixture = await createKpiFixture();
  service = await fixture.startInstance();
}, 60_000);
afterAll(() => fixture.close(), 60_000);

it('serves an OpenAPI document that is valid and names every route', async () => {
  expect(await readOpenApi(service.url)).toEqual({
    faults: [],
    paths: expect.arrayContaining([
      '/v1/indicators',
      '/v1/board',
      '/v1/indicators/{id}/dossiers',
      '/v1/indicators/{id}/evidence',
      '/v1/live',
      '/v1/reports/supervision',
      '/v1/reports/ii06/{form}',
      '/v1/reports/ii06/{form}/export',
      '/v1/reports/handed-over',
      '/v1/reports/files/{hash}',
      '/v1/reports/scores/{set}',
      '/v1/reports/scores/{set}/export',
      '/v1/verify',
      '/v1/rebuild',
      '/v1/dlq',
      '/v1/dlq/{id}/replay',
    ]) as unknown,
  });
});

it('refuses forged cursors and NUL, wherever they stand', async () => {
  const token = await fixture.issuer.token({ role: 'admin' });
  await fixture.publish([
    createEvent('received', createSnapshot({ responsibleUnit: 'thanh-ba', responsiblePath: ['thanh-ba'] })),
  ]);
  const board = `${service.url}/v1/board?unit=thanh-ba&from=2022-01-01&to=2022-01-01`;
  const isKnown = async () => (await fetch(board, { headers: { authorization: `Bearer ${token}` } })).status === 200;
  await waitFor(isKnown, { describe: 'the unit to be known' });
  expect(await findUnrefused(service.url, (as) => fixture.issuer.token({ ...as }), { id: 'open' })).toEqual([]);
}, 60_000);

it('takes no line break, and no other strange character, in any text of one line', async () => {
  expect(await findStrangeTextsTaken(service.url, (as) => fixture.issuer.token({ ...as }), { id: 'open' })).toEqual([]);
}, 120_000);

it('is ready when it has caught up, and says how far it is', async () => {
  const response = await waitFor(
    async () => {
      const answer = await service.operations.inject('/health/ready');
      return answer.statusCode === 200 && answer;
    },
    { describe: 'the service to be ready' },
  );
  expect(response.json()).toMatchObject({
    checks: { projection: { ready: true, state: 'running', lag: 0, parked: 0, fuse: 'intact' } },
  });
  const metrics = (await service.operations.inject('/metrics')).body;
  expect(metrics).toContain('motcua_projection_lag_events');
});

it('lets a service read boards by its scope, and nothing else', async () => {
  const ask = async (path: string, headers: { authorization: string }) =>
    (await fetch(`${service.url}${path}`, { headers })).status;
  const notification = await fixture.issuer.serviceBearer({ service: 'notification', audience: 'kpi-aggregator' });
  const period = 'unit=nowhere&from=2026-01-01&to=2026-01-31';
  expect(await ask('/v1/indicators', notification)).toBe(200);
  expect(await ask(`/v1/board?${period}`, notification)).toBe(404); // It was let in, and there is no such unit.
  for (const path of [`/v1/reports/supervision?${period}`, '/v1/dlq', '/v1/rebuild'])
    expect(await ask(path, notification)).toBe(403);
  const tracker = await fixture.issuer.serviceBearer({ service: 'digitization-tracker', audience: 'kpi-aggregator' });
  expect(await ask(`/v1/board?${period}`, tracker)).toBe(403);
});
