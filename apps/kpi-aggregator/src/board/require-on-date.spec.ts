import { describe, expect, it } from '@jest/globals';
import type { UnitDocument } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { ProblemError } from '@motcua/http';
import type { RecordedPlacement } from '../organisation/place-on.ts';
import { NameDirectory } from './names/name-directory.ts';
import { requireOnDate } from './require-on-date.ts';

const today = '2026-11-01';
const place = (...path: string[]): RecordedPlacement => ({
  id: path.length,
  timeZone: 'Asia/Ho_Chi_Minh',
  unit: path.at(-1) ?? '',
  path,
  kind: 'commune',
});

function createNames(...units: readonly UnitDocument[]): NameDirectory {
  const names = new NameDirectory();
  for (const code of new Set(units.map((unit) => unit.code))) {
    const documents = units.filter((unit) => unit.code === code);
    names.handlers.units(
      code,
      documents.map((document, index) => ({ version: index + 1, recordedAt: '2020-01-01T00:00:00.000Z', document })),
    );
  }
  return names;
}

/** What a leader of a unit is told who asks for a unit under the organisation of a day. */
function ask(
  names: NameDirectory,
  leaderOf: string,
  unit: string,
  date: string,
  placements: readonly RecordedPlacement[],
): string {
  try {
    requireOnDate(names, { sub: 'ld', role: 'leader', unit: leaderOf }, { unit, date, today }, placements);
    return 'reads';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.code;
  }
}

describe('a unit under the organisation of a day', () => {
  const names = createNames(
    createUnit('root', 'province', null),
    createUnit('b', 'district-office', 'root'),
    createUnit('b1', 'commune', 'b', { validTo: '2025-06-30' }),
    createUnit('b1', 'commune', 'root', { validFrom: '2025-07-01' }),
    createUnit('a', 'commune', 'root', { validTo: '2025-06-30', successors: [{ unit: 'b' }] }),
  );
  const before = place('root', 'b', 'b1');
  const since = place('root', 'b1');

  it('is not read by who stood above it then where it has received something since', () => {
    for (const unit of ['b', 'b1']) {
      expect([unit, ask(names, 'b', unit, '2025-06-30', [before, since])]).toEqual([unit, 'auth.forbidden']);
      expect([unit, ask(names, 'b', unit, '2025-06-30', [before])]).toEqual([unit, 'reads']);
    }
  });

  it('is read by who stands above it today, and by itself', () => {
    expect(ask(names, 'root', 'b', '2025-06-30', [before, since])).toBe('reads');
    expect(ask(names, 'b1', 'b1', '2025-06-30', [before, since])).toBe('reads');
    expect(ask(names, 'b', 'b', today, [before, since])).toBe('reads');
  });

  it('is read with what it went on with, on the day from which it has it and ever after', () => {
    const inherited = place('root', 'a');
    for (const date of ['2025-07-01', today]) expect(ask(names, 'b', 'b', date, [inherited])).toBe('reads');
    expect(ask(names, 'b1', 'b', '2025-07-01', [inherited])).toBe('auth.forbidden');
  });

  it('is asked for on a day on which it was there', () => {
    expect(ask(names, 'b', 'nowhere', today, [])).toBe('unit.unknown');
    expect(ask(names, 'root', 'a', today, [])).toBe('organisation.unit-not-in-force');
  });
});

describe('what a unit went on with and has given away since, field by field', () => {
  /** All of `a` was with `n` of district `d` for a year; then land went to one unit, and everything else to another. */
  const split = (parents: Record<'p' | 'q', string>) =>
    createNames(
      createUnit('root', 'province', null),
      createUnit('d', 'district-office', 'root'),
      createUnit('a', 'commune', 'root', { validTo: '2024-12-31', successors: [{ unit: 'n' }] }),
      createUnit('n', 'commune', 'd', {
        validFrom: '2025-01-01',
        validTo: '2025-12-31',
        successors: [{ unit: 'p', field: 'land' }, { unit: 'q' }],
      }),
      createUnit('p', 'commune', parents.p, { validFrom: '2026-01-01' }),
      createUnit('q', 'commune', parents.q, { validFrom: '2026-01-01' }),
    );
  const askFor = (parents: Record<'p' | 'q', string>): string =>
    ask(split(parents), 'd', 'd', '2025-06-30', [place('root', 'a')]);

  it('is read where all of it is theirs today, and not where a field of it is not', () => {
    expect(askFor({ p: 'd', q: 'd' })).toBe('reads');
    expect(askFor({ p: 'd', q: 'root' })).toBe('auth.forbidden');
    expect(askFor({ p: 'root', q: 'd' })).toBe('auth.forbidden');
  });
});
