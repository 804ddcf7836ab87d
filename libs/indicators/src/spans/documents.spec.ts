import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDays, randomDossier, toCounts } from '../testing/random-dossier.ts';
import { documentSpans, toDocuments } from './documents.ts';
import { toSpans } from './to-spans.ts';
import { judgeSpans } from './verdict.ts';

describe('documentSpans', () => {
  it('says the same of every span, and takes it back', () => {
    fc.assert(
      fc.property(randomDossier, ({ state, history, verdict, documents }) => {
        const spans = judgeSpans(toSpans(state, history, plainDays), verdict);
        const known = documents === null ? null : toDocuments(toCounts(documents));
        const documented = documentSpans(spans, known);
        expect(documented.map(({ hasChecklist }) => hasChecklist)).toEqual(spans.map(() => documents !== null));
        expect(documented).toMatchObject(spans.map(() => known ?? {}));
        expect(documentSpans(documented, null)).toEqual(spans);
      }),
    );
  });

  it('does not meet a verdict: either may come first', () => {
    fc.assert(
      fc.property(randomDossier, ({ state, history, verdict, documents }) => {
        const spans = toSpans(state, history, plainDays);
        const known = documents === null ? null : toDocuments(toCounts(documents));
        expect(judgeSpans(documentSpans(spans, known), verdict)).toEqual(documentSpans(judgeSpans(spans, verdict), known));
      }),
    );
  });
});
