import { describe, expect, it } from '@jest/globals';
import { attachDocuments, attachCause } from '@motcua/indicators';
import fc from 'fast-check';
import { randomDossier } from '../../testing/random-events.ts';
import { toDigitizationEvent } from '../../testing/to-published.ts';
import { localDays } from '../../time/local-days.ts';
import { foldDossier } from '../facts/fold-dossier.ts';
import { toPlaceholderRow } from './placeholder-row.ts';

const heard = randomDossier.filter(({ causes, digitizations }) => causes.length > 0 && digitizations.length > 0);

describe('a fact that waits for its dossier', () => {
  it('counts nothing', () => {
    fc.assert(
      fc.property(heard, ({ causes }) => {
        expect(toPlaceholderRow(causes[0]!, localDays)).toMatchObject({ version: 0, intervals: [{ openFrom: null }] });
      }),
    );
  });

  it('leaves the dossier nothing but what the enrichment streams have said', () => {
    fc.assert(
      fc.property(heard, ({ events, causes, digitizations }) => {
        const { judgement, overdueCause } = causes.at(-1)!;
        const { digitizationVersion, documents } = toDigitizationEvent(digitizations.at(-1)!);
        const waiting = toPlaceholderRow(causes[0]!, localDays);
        const known = { ...waiting, history: [], judgement, overdueCause, digitizationVersion, documents };
        const alone = foldDossier(undefined, events, localDays)!;
        expect(foldDossier(known, events, localDays)).toEqual({
          ...alone,
          judgement,
          overdueCause,
          digitizationVersion,
          documents,
          intervals: attachDocuments(attachCause(alone.intervals, overdueCause), documents),
        });
      }),
    );
  });
});
