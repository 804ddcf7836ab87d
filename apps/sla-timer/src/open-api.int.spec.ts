import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
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
      '/v1/paper-done',
      '/v1/overdue-causes',
      '/v1/sla/dlq',
      '/v1/sla/dlq/{id}/replay',
    ]),
  );
});
