import { expect, it } from '@jest/globals';
import { peekDossierEvent } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDossierEvent } from './dossier-event.ts';

const fixtures = resolve(import.meta.dirname, '../../../../libs/contracts/src/__fixtures__');
const read = (what: string): string => readFileSync(`${fixtures}/vn.motcua.dossier.corrected.v1.${what}.json`, 'utf8');

it.each([
  ['proposed-correction', '2022-03-08T03:00:00.000Z'],
  ['correction-approved', '2022-03-04T02:00:00.000Z'],
])('of %s only the state after it is counted', (what, endedAt) => {
  const event = parseDossierEvent(read(what));
  expect(event).toMatchObject({ moves: false, state: { endedAt: Date.parse(endedAt) } });
  expect(peekDossierEvent(Buffer.from(JSON.stringify(JSON.parse(read(what)))))).toMatchObject({
    version: event.version,
    moves: false,
  });
});
