import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { peekDossierEvent } from '@motcua/contracts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';
import { parseDossierEvent } from './dossier-event.ts';

const event = createEvent('received', createSnapshot({ dossierVersion: 17 }));
const peek = (json: string): ReturnType<typeof peekDossierEvent> => peekDossierEvent(Buffer.from(json));

describe('peekDossierEvent', () => {
  it('says of a published event what parsing it says', () => {
    for (const name of ['received', 'reassigned', 'corrected'] as const) {
      const { value } = createEvent(name, createSnapshot({ dossierVersion: 17 }));
      const { dossierId, version, moves } = parseDossierEvent(value);
      expect(peek(value)).toEqual({ dossierId, version, moves });
    }
  });

  it('is not misled by any identity a legacy system gives', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('', '"type":"vn.motcua.dossier.reassigned.v1"'), (id, lure) => {
        const { value } = event;
        const disguised = JSON.stringify({ ...(JSON.parse(value) as object), id: id + lure, source: lure + id });
        const label = peek(disguised);
        if (label !== undefined) expect(label).toEqual(peek(value));
      }),
    );
  });

  it.each([
    ['spaces', JSON.stringify(JSON.parse(event.value), null, 1)],
    ['no version', event.value.replace('"dossierVersion":17', '"dossierVersion":null')],
    ['a fraction', event.value.replace('"dossierVersion":17', '"dossierVersion":1.5')],
    ['an identity that fills the head', event.value.replace('"id":"', `"id":"${'x'.repeat(700)}`)],
    ['nothing', ''],
  ])('leaves to the parser what is written with %s', (_what, json) => {
    expect(peek(json)).toBeUndefined();
  });
});
