import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findStrangeTextsTaken, findUnrefused, readOpenApi } from '@motcua/testing';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

let fixture: SlaFixture;
let service: SlaInstance;
beforeAll(async () => {
  fixture = await createSlaFixture();
  service = await fixture.startInstance();
}, 60_000);
afterAll(() => fixture.close());

it('serves an OpenAPI document that is valid and names every route', async () => {
  expect(await readOpenApi(service.url)).toEqual({
    faults: [],
    paths: expect.arrayContaining([
      '/v1/clocks',
      '/v1/dossiers/{id}/clocks',
      '/v1/dossiers/{id}/overdue-cause',
      '/v1/likely-completed-offline',
      '/v1/overdue-causes',
      '/v1/reason-keys',
      '/v1/reason-keys/rotation',
      '/v1/sla/dlq',
      '/v1/sla/dlq/{id}/replay',
    ]) as unknown,
  });
});

it('refuses forged cursors and NUL, wherever they stand', async () => {
  expect(await findUnrefused(service.url, (as) => fixture.issuer.token({ ...as }))).toEqual([]);
}, 60_000);

it('takes no line break, and no other strange character, in any text of one line', async () => {
  expect(await findStrangeTextsTaken(service.url, (as) => fixture.issuer.token({ ...as }))).toEqual([]);
}, 120_000);
