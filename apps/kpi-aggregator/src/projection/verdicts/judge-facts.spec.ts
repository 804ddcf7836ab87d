import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDossier } from '../../testing/random-events.ts';
import { localDays } from '../../time/local-days.ts';
import { foldDossier } from '../facts/fold-dossier.ts';
import { pickNewestVerdicts, toWaitingFact } from './judge-facts.ts';

const judged = randomDossier.filter(({ verdicts }) => verdicts.length > 0);

describe('pickNewestVerdicts', () => {
  it('picks of each dossier the highest number, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 5 }), fc.func(fc.integer()), (dossiers, order) => {
        const all = dossiers.flatMap(({ verdicts }) => verdicts);
        const mixed = [...all].sort((one, other) => order(one) - order(other));
        const newest = dossiers.map(({ verdicts }) => verdicts.at(-1)!);
        const byId = new Map(newest.map((verdict) => [verdict.dossierId, verdict]));
        expect(pickNewestVerdicts(mixed)).toEqual([...byId.keys()].sort().map((id) => byId.get(id)));
      }),
    );
  });
});

describe('a fact that waits for its dossier', () => {
  it('counts nothing, and leaves the dossier nothing but the verdict', () => {
    fc.assert(
      fc.property(judged, ({ events, verdicts }) => {
        const [verdict] = verdicts.slice(-1);
        const waiting = toWaitingFact(verdict!, localDays);
        expect(waiting.spans.map(({ openFrom }) => openFrom)).toEqual([null]);
        const known = { ...waiting, history: [] };
        const { judgement, verdict: kept, ...fact } = foldDossier(known, events, localDays)!;
        expect([judgement, kept]).toEqual([verdict!.judgement, verdict!.verdict]);
        const alone = foldDossier(undefined, events, localDays)!;
        const unjudged = fact.spans.map((span) => ({ ...span, cause: null, judgedAt: null }));
        expect({ ...fact, spans: unjudged }).toEqual({ ...fact, ...omitVerdict(alone) });
      }),
    );
  });
});

function omitVerdict({ version, history, spans, receivedAt, endedAt, currentDue, shown }: ReturnType<typeof toWaitingFact>) {
  return { version, history, spans, receivedAt, endedAt, currentDue, shown };
}
