import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDays, randomDossier, toCounts } from '../testing/random-dossier.ts';
import { attachDocuments } from './attach-documents.ts';
import { toDocuments } from './documents.ts';
import { toIntervals } from './to-intervals.ts';
import { attachCause } from './attach-cause.ts';

describe('documentSpans', () => {
  it('says the same of every responsibility interval, and takes it back', () => {
    fc.assert(
      fc.property(randomDossier, ({ state, history, overdueCause, documents }) => {
        const intervals = attachCause(toIntervals(state, history, plainDays), overdueCause);
        const known = documents === null ? null : toDocuments(toCounts(documents));
        const documented = attachDocuments(intervals, known);
        expect(documented.map(({ hasChecklist }) => hasChecklist)).toEqual(intervals.map(() => documents !== null));
        expect(documented).toMatchObject(intervals.map(() => known ?? {}));
        expect(attachDocuments(documented, null)).toEqual(intervals);
      }),
    );
  });

  it('does not meet an overdue cause: either may come first', () => {
    fc.assert(
      fc.property(randomDossier, ({ state, history, overdueCause, documents }) => {
        const intervals = toIntervals(state, history, plainDays);
        const known = documents === null ? null : toDocuments(toCounts(documents));
        expect(attachCause(attachDocuments(intervals, known), overdueCause)).toEqual(
          attachDocuments(attachCause(intervals, overdueCause), known),
        );
      }),
    );
  });
});
