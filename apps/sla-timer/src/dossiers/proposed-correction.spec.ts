import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stepDossierEvent } from './dossier-event.ts';

const fixtures = resolve(import.meta.dirname, '../../../../libs/contracts/src/__fixtures__');
const read = (what: string): Buffer => readFileSync(`${fixtures}/vn.motcua.dossier.corrected.v1.${what}.json`);

it.each([
  ['proposed-correction', '2022-03-08T03:00:00.000Z', 3],
  ['correction-approved', '2022-03-04T02:00:00.000Z', 5],
])('of %s only the state after it is taken', (what, endedAt, amount) => {
  expect(stepDossierEvent({ value: read(what) })).toMatchObject({
    kind: 'ok',
    value: { snapshot: { endedAt, limit: { amount, unit: 'working-day' } } },
  });
});
