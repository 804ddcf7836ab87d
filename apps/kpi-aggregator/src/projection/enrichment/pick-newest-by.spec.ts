import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDossier } from '../../testing/random-events.ts';
import { pickNewestBy } from './pick-newest-by.ts';

const classified = randomDossier.filter(({ causes }) => causes.length > 0);

describe('pickNewestBy', () => {
  it('picks of each dossier the highest number, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(classified, { maxLength: 5 }), fc.func(fc.integer()), (dossiers, order) => {
        const all = dossiers.flatMap(({ causes }) => causes);
        const mixed = [...all].sort((one, other) => order(one) - order(other));
        const newest = dossiers.map(({ causes }) => causes.at(-1)!);
        const byId = new Map(newest.map((overdueCause) => [overdueCause.dossierId, overdueCause]));
        expect(pickNewestBy(mixed, ({ judgement }) => judgement)).toEqual([...byId.keys()].sort().map((id) => byId.get(id)));
      }),
    );
  });
});
