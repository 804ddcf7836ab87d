import { expect, it } from '@jest/globals';
import { correctedStates, readEventFixture } from '@motcua/contracts/testing';
import { stepDossierEvent } from './dossier-event.ts';

it.each(correctedStates)('of %s only the state after it is taken', (event, snapshot) => {
  expect(stepDossierEvent({ value: readEventFixture(event) })).toMatchObject({ kind: 'ok', value: { snapshot } });
});
