import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../refusal/refusal.ts';
import { evolve } from '../state/evolve.ts';
import type { KnownDossier } from '../state/dossier.ts';
import { given, givenLegacy, received, submitted, type Moment } from '../testing/given.ts';
import { at, context } from '../testing/decision-context.ts';
import type { ResponsibleUnit } from '../vocabulary.ts';
import { followReform, isOverBy } from './follow-reform.ts';

const successor: ResponsibleUnit = { code: 'xa-thanh-ba', path: ['phu-tho', 'xa-thanh-ba'], kind: 'commune' };
const now = at('2022-05-01 09:00');
const effectiveAt = at('2022-03-02 00:00');

const dossierOf = (...history: readonly Moment[]): KnownDossier => known(given(...history).dossier);
function known(dossier: ReturnType<typeof given>['dossier']): KnownDossier {
  if (dossier.status === 'none') throw new Error('The history opens a dossier.');
  return dossier;
}

function follow(dossier: KnownDossier, more: Partial<Parameters<typeof followReform>[1]> = {}): KnownDossier {
  const command = { reform: 'r-1', reasonCode: 'reorganisation', effectiveAt, takenBack: false } as const;
  const decision = followReform(
    dossier,
    { ...command, responsible: successor, handlingUnit: successor.code, ...more },
    context(now),
  );
  if (isRefusal(decision)) throw new Error(decision.code);
  const after = decision.reduce<KnownDossier>((before, event) => known(evolve(before, event)), dossier);
  expect(decision.map(({ type, occurredAt, found }) => [type, occurredAt, found])).toEqual(
    decision.map(() => ['reassigned', effectiveAt, []]),
  );
  return after;
}

describe('a dossier whose unit ends', () => {
  it('moves owner and handling unit, not code and not due, though later events are known', () => {
    const before = dossierOf(received, ['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'x' }]);
    const after = follow(before);
    expect(after).toMatchObject({ responsible: successor, handlingUnit: 'xa-thanh-ba', status: 'supplement-requested' });
    expect([after.receipt, after.clock, after.pauses, after.lastOccurredAt, after.findings]).toEqual([
      before.receipt,
      before.clock,
      before.pauses,
      before.lastOccurredAt,
      [],
    ]);
  });

  it('moves where the result is not collected, and where it was over only on the day or later', () => {
    const processed: Moment = ['2022-03-01 15:00', { type: 'process' }];
    expect(follow(dossierOf(received, processed)).responsible.code).toBe('xa-thanh-ba');
    const onTheDay: Moment = ['2022-03-02 08:00', { type: 'return' }];
    expect(follow(dossierOf(received, processed, onTheDay)).responsible.code).toBe('xa-thanh-ba');
    expect(follow(dossierOf(submitted)).responsible.code).toBe('xa-thanh-ba');
  });

  it('stays where it was over before the day', () => {
    const over = [
      dossierOf(received, ['2022-03-01 15:00', { type: 'process' }], ['2022-03-01 16:00', { type: 'return' }]),
      dossierOf(received, ['2022-03-01 15:00', { type: 'stop', by: 'stopped', reasonCode: 'x' }]),
      dossierOf(submitted, ['2022-03-01 15:00', { type: 'refuse', reasonCode: 'x' }]),
      known(givenLegacy(['2022-02-01 10:00', { type: 'received' }], ['2022-02-02 10:00', { type: 'returned' }]).dossier),
    ];
    for (const dossier of over) {
      expect(isOverBy(dossier, effectiveAt)).toBe(true);
      expect(follow(dossier)).toBe(dossier);
    }
  });

  it('is quiet on repeat, and is what it was when it goes back', () => {
    const before = dossierOf(received);
    const after = follow(before);
    expect(follow(after)).toBe(after);
    const back = follow(after, { responsible: before.responsible, handlingUnit: before.handlingUnit, takenBack: true });
    expect(back).toMatchObject({ responsible: before.responsible, handlingUnit: before.handlingUnit, clock: before.clock });
  });

  it('cannot be taken back by an officer: it was nobody’s command', () => {
    expect(follow(dossierOf(received)).undo).toBeUndefined();
  });
});
