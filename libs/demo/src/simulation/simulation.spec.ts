import { describe, expect, it } from '@jest/globals';
import type { DossierSnapshot, StatusCode } from '@motcua/contracts';
import { createRandom } from '../invention/random.ts';
import { createFictitiousApplicant } from './fictitious-applicant.ts';
import { chooseNextAction } from './next-action.ts';
import { parseDuration, parseRate } from './parse-pace.ts';
import { createSimulationTally } from './simulation-summary.ts';

const now = Date.parse('2026-11-24T03:00:00Z');
const dossier = (status: StatusCode, rest: Partial<DossierSnapshot> = {}): DossierSnapshot =>
  ({
    status,
    limit: { amount: 3, unit: 'working-day' },
    handlingUnit: 'xa-thanh-ba',
    supplementCount: 0,
    extensionCount: 0,
    currentDue: new Date(now + 3 * 86_400_000).toISOString(),
    ...rest,
  }) as DossierSnapshot; // The chooser reads no more than this.

const choices = (of: DossierSnapshot): Set<string | undefined> => {
  const random = createRandom(1);
  return new Set(Array.from({ length: 500 }, () => chooseNextAction(random, of, now)?.action));
};

describe('a simulated counter', () => {
  it('does with a dossier what its status allows', () => {
    expect(choices(dossier(1))).toEqual(new Set(['receive', 'refuse']));
    expect(choices(dossier(4))).toEqual(
      new Set(['process', 'request-supplement', 'request-payment', 'extend', 'request-withdrawal']),
    );
    expect(choices(dossier(5))).toEqual(new Set(['receive-supplement']));
    expect(choices(dossier(6))).toEqual(new Set(['confirm-payment']));
    expect(choices(dossier(7))).toEqual(new Set(['stop']));
    expect(choices(dossier(9))).toEqual(new Set(['return']));
    expect(choices(dossier(10))).toEqual(new Set([undefined]));
  });

  it('asks for one supplement and gives one extension, with a day’s notice', () => {
    expect(choices(dossier(4, { supplementCount: 1 })).has('request-supplement')).toBe(false);
    expect(choices(dossier(4, { extensionCount: 1 })).has('extend')).toBe(false);
    expect(choices(dossier(4, { currentDue: new Date(now + 3_600_000).toISOString() })).has('extend')).toBe(false);
  });

  it('serves citizens who do not exist', () => {
    const applicant = createFictitiousApplicant(createRandom(3));

    expect(applicant.idNumber).toMatch(/^000\d{9}$/);
    expect(applicant.phone).toMatch(/^0000\d{6}$/);
    expect(applicant.email ?? '@hop-thu.example').toMatch(/@hop-thu\.example$/);
  });
});

describe('a pace', () => {
  it('is a rate and a duration', () => {
    expect([parseRate('50/s'), parseRate('30/m'), parseRate('5'), parseRate('0/s'), parseRate('fast')]).toEqual([
      50,
      0.5,
      5,
      undefined,
      undefined,
    ]);
    expect([parseDuration('60s'), parseDuration('5m'), parseDuration('10'), parseDuration('-1s')]).toEqual([
      60_000,
      300_000,
      10_000,
      undefined,
    ]);
  });

  it('is reported with what was done, refused, and how long it took', () => {
    const tally = createSimulationTally();
    for (let count = 1; count <= 100; count += 1)
      tally.note({ action: 'receive', refused: count === 100 ? 'procedure.unknown' : null, milliseconds: count });

    expect(tally.summarise(2)).toEqual({
      seconds: 2,
      actions: 100,
      actionsPerSecond: 50,
      done: { receive: 99 },
      refused: { 'procedure.unknown': 1 },
      milliseconds: { p50: 51, p99: 100 },
    });
  });
});
