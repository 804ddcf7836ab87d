import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { findMishandled, listHostileRequests, sendHostile } from '@motcua/testing';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

let fixture: SlaFixture;
let service: SlaInstance;
beforeAll(async () => {
  fixture = await createSlaFixture();
  service = await fixture.startInstance();
}, 60_000);
afterAll(() => fixture.close());

it('serves an OpenAPI document that is valid and names every route', async () => {
  const document = (await (await fetch(`${service.url}/openapi.json`)).json()) as { paths: object };
  expect(await new Validator().validate(document)).toMatchObject({ valid: true });
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/v1/clocks',
      '/v1/dossiers/{id}/clocks',
      '/v1/dossiers/{id}/overdue-cause',
      '/v1/likely-completed-offline',
      '/v1/overdue-causes',
      '/v1/reason-keys',
      '/v1/reason-keys/rotation',
      '/v1/sla/dlq',
      '/v1/sla/dlq/{id}/replay',
    ]),
  );
});

it('refuses forged cursors and NUL, wherever they stand', async () => {
  const requests = listHostileRequests(await (await fetch(`${service.url}/openapi.json`)).json(), {
    unit: 'thanh-ba',
    from: '2022-01-01',
    to: '2022-01-31',
  });
  expect(await findMishandled(requests, sendHostile(service.url, await fixture.issuer.token({ role: 'admin' })))).toEqual([]);
}, 60_000);
