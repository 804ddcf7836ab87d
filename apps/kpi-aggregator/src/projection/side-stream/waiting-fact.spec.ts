import { describe, expect, it } from '@jest/globals';
import { documentSpans, judgeSpans } from '@motcua/indicators';
import fc from 'fast-check';
import { randomDossier } from '../../testing/random-events.ts';
import { toDigitizationEvent } from '../../testing/to-published.ts';
import { localDays } from '../../time/local-days.ts';
import { foldDossier } from '../facts/fold-dossier.ts';
import { toWaitingFact } from './waiting-fact.ts';

const heard = randomDossier.filter(({ verdicts, digitizations }) => verdicts.length > 0 && digitizations.length > 0);

describe('a fact that waits for its dossier', () => {
  it('counts nothing', () => {
    fc.assert(
      fc.property(heard, ({ verdicts }) => {
        expect(toWaitingFact(verdicts[0]!, localDays)).toMatchObject({ version: 0, spans: [{ openFrom: null }] });
      }),
    );
  });

  it('leaves the dossier nothing but what the side streams have said', () => {
    fc.assert(
      fc.property(heard, ({ events, verdicts, digitizations }) => {
        const { judgement, verdict } = verdicts.at(-1)!;
        const { digitizationVersion, documents } = toDigitizationEvent(digitizations.at(-1)!);
        const waiting = toWaitingFact(verdicts[0]!, localDays);
        const known = { ...waiting, history: [], judgement, verdict, digitizationVersion, documents };
        const alone = foldDossier(undefined, events, localDays)!;
        expect(foldDossier(known, events, localDays)).toEqual({
          ...alone,
          ...{ judgement, verdict, digitizationVersion, documents },
          spans: documentSpans(judgeSpans(alone.spans, verdict), documents),
        });
      }),
    );
  });
});
