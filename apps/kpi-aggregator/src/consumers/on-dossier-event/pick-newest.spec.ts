import { describe, expect, it } from '@jest/globals';
import type { ApplyContext, BatchItem } from '@motcua/kafka';
import fc from 'fast-check';
import { foldDossier } from '../../projection/facts/fold-dossier.ts';
import { randomDossierEvents, shuffleLog, type RandomDossierEvent } from '../../testing/random-events.ts';
import { toPublished } from '../../testing/to-published.ts';
import { localDays } from '../../time/local-days.ts';
import { readEvents } from './read-events.ts';
import { stepDossierEvent, type LabelledEvent } from './step-dossier-event.ts';

const toItems = (values: readonly string[]): BatchItem<LabelledEvent>[] =>
  values.flatMap((text, index) => {
    const message = {
      topic: 'dossiers',
      partition: 0,
      offset: BigInt(index),
      key: null,
      value: Buffer.from(text),
      headers: {},
      timestamp: 0,
    };
    const overdueCause = stepDossierEvent(message);
    return overdueCause.kind === 'ok' ? [{ message, value: overdueCause.value }] : [];
  });

const nothingParked: Pick<ApplyContext, 'park'> = {
  park: (_item, reason) => {
    throw new Error(reason);
  },
};

function fold(events: readonly RandomDossierEvent[], batch: number): unknown {
  const known = new Map<string, ReturnType<typeof foldDossier>>();
  for (let at = 0; at < events.length; at += batch) {
    const part = readEvents(toItems(events.slice(at, at + batch).map((event) => toPublished(event).value)), nothingParked);
    for (const id of new Set(part.map(({ dossierId }) => dossierId))) {
      const own = part.filter(({ dossierId }) => dossierId === id);
      known.set(id, foldDossier(known.get(id), own, localDays) ?? known.get(id));
    }
  }
  return new Map([...known].sort());
}

describe('the events of a batch that are read', () => {
  it('make the same facts as all of them, one by one, reassigned and corrected dossiers among them', () => {
    const dossiers = fc.array(randomDossierEvents, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        dossiers,
        fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 40 }),
        (logs, picks, batch) => {
          const events = shuffleLog(logs, picks);
          expect(fold(events, batch)).toEqual(fold(events, 1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('name one that cannot be parsed, so that it is parked by its reason and the one it overtook is read', () => {
    fc.assert(
      fc.property(randomDossierEvents, (events) => {
        const texts = events.map((event) => toPublished(event).value);
        const last = texts.length - 1;
        const items = toItems(texts.with(last, (texts[last] ?? '').slice(0, -2)));
        const parked: unknown[] = [];
        const park: ApplyContext['park'] = (item, reason, step) => parked.push([item, reason, step]);
        expect(readEvents(items, { park })).toEqual([]);
        expect(parked).toEqual([[items.at(-1), expect.stringContaining('JSON'), 'parse']]);
        expect(readEvents(items.slice(0, -1), nothingParked).at(-1)?.version).toBe(events.at(-2)?.version);
      }),
      { numRuns: 20 },
    );
  });
});
