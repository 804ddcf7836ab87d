import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findScoreSet, type PointRule, type ScoreSet } from './score-set.ts';
import { toScore, type KnownShare } from './to-score.ts';

const file = resolve(import.meta.dirname, '../../../../../data/reference/score-sets.json');
const sets = JSON.parse(readFileSync(file, 'utf8')) as ScoreSet[];
const set766 = findScoreSet(sets, 'set-766', '2022-10-31')!;
const grading = findScoreSet(sets, 'tt-01-2018', '2022-10-31')!;
const by = (known: Readonly<Record<string, KnownShare>>) => (criterion: { readonly id: string }) =>
  known[criterion.id] ?? ('source-absent' as const);

describe('set 766', () => {
  it('has a hundred points, and the maxima of its groups as the portal has them', () => {
    const maxima = set766.groups.map(({ id, criteria }) => [id, criteria.reduce((sum, { max }) => sum + max, 0)]);
    expect(Object.fromEntries(maxima)).toEqual({ CKMB: 18, TDGQ: 20, DVTT: 12, TTTT: 10, MDSH: 22, MDHL: 18 });
  });

  /** The example of docs/reports.md. */
  it('is counted as by hand', () => {
    const score = toScore(
      set766,
      by({
        '2.1': { numerator: 942, denominator: 1000 },
        '3.3': { numerator: 219, denominator: 1000 },
        '4.2': { numerator: 523, denominator: 1000 },
        '5.4': { numerator: 95, denominator: 100 },
      }),
    );
    const points = Object.fromEntries(
      score.criteria.flatMap((one) => (one.points === null ? [] : [[one.criterion.id, one.points]])),
    );
    // 20 · 0.942; 6 · 0.219 / 0.5 = 2.628; 4 · 0.523 / 0.8 = 2.615, half up; 0.95 is above 0.9.
    expect(points).toEqual({ '2.1': 18.84, '3.3': 2.63, '4.2': 2.62, '5.4': 6 });
    expect([score.points, score.knownMax, score.max, score.grade]).toEqual([30.09, 36, 100, null]);
    // 6 − 2.63 is the most that is wanting, and 500 − 219 more would have to be filed online.
    expect(score.next).toMatchObject({ criterion: { id: '3.3' }, gain: 3.37, moreToFull: 281 });
  });

  it('says of what is not known that it is not known, and gives it neither nought nor all', () => {
    const score = toScore(set766, by({ '2.1': { numerator: 0, denominator: 0 } }));
    expect(score.criteria.find(({ criterion }) => criterion.id === '2.1')).toMatchObject({
      ...{ points: null, missing: 'nothing-to-count', gain: null },
    });
    expect([score.points, score.knownMax, score.next]).toEqual([0, 0, null]);
  });
});

describe('grading by TT 01/2018', () => {
  it('has nine indicators and eighteen points, and ends with the circular', () => {
    expect([toScore(grading, by({})).max, toScore(grading, by({})).criteria.length]).toEqual([18, 9]);
    expect(findScoreSet(sets, 'tt-01-2018', '2025-07-01')).toBeUndefined();
  });

  /** The example of docs/reports.md. */
  it('gives a grade as soon as what is not known can no longer turn it', () => {
    const all = Object.fromEntries(grading.groups[0]!.criteria.map(({ id }) => [id, { numerator: 1, denominator: 1 }]));
    expect(toScore(grading, by(all))).toMatchObject({ points: 18, grade: { name: { en: 'Excellent' } } });
    const { '4': _four, ...eight } = all;
    expect(toScore(grading, by(eight))).toMatchObject({ points: 16, knownMax: 16, grade: { name: { en: 'Excellent' } } });
    const { '3': _three, '6': _six, ...six } = eight;
    expect(toScore(grading, by({ ...six, '1': { numerator: 96, denominator: 100 } }))).toMatchObject({ points: 11, grade: null });
  });
});

/** Written apart: in floating point with room to spare, step by step by comparison. */
function referencePoints(numerator: number, denominator: number, max: number, rule: PointRule): number {
  const share = numerator / denominator;
  if (rule.kind === 'steps') {
    let points = 0;
    for (const { from, points: given } of rule.steps) if (share + 1e-12 >= from && given > points) points = given;
    return points;
  }
  return max * (share >= rule.full ? 1 : share / rule.full);
}

describe('any set', () => {
  const share = fc
    .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }))
    .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) }));

  it.each([['set-766'], ['tt-01-2018']])('gives the points of a reference that shares no code (%s)', (id) => {
    const set = findScoreSet(sets, id, '2022-10-31')!;
    const ids = set.groups.flatMap(({ criteria }) => criteria.map((criterion) => criterion.id));
    fc.assert(
      fc.property(fc.array(fc.option(share, { nil: undefined }), { minLength: ids.length, maxLength: ids.length }), (shares) => {
        const score = toScore(set, ({ id: one }) => shares[ids.indexOf(one)] ?? 'as-was-only');
        let total = 0;
        for (const [index, { criterion, points }] of score.criteria.entries()) {
          const given = shares[index];
          if (given === undefined) {
            expect(points).toBeNull();
            continue;
          }
          const wanted = referencePoints(given.numerator, given.denominator, criterion.max, criterion.rule);
          expect(Math.abs((points ?? NaN) - wanted)).toBeLessThanOrEqual(0.005 + 1e-9);
          total += points ?? 0;
        }
        expect(score.points).toBeCloseTo(total, 6);
        const reached = set.grades.filter(({ from }) => score.points >= from);
        const atBest = set.grades.filter(({ from }) => score.points + score.max - score.knownMax >= from);
        expect(score.grade).toEqual(reached.length === atBest.length ? (reached[0] ?? null) : null);
      }),
    );
  });

  it('reaches the maximum with what it says is wanting, and not with one less', () => {
    fc.assert(
      fc.property(share, fc.constantFrom(0.5, 0.8, 0.9, 1), (given, full) => {
        const one: ScoreSet = {
          ...set766,
          groups: [{ ...set766.groups[1]!, criteria: [{ ...set766.groups[1]!.criteria[0]!, rule: { kind: 'linear', full } }] }],
        };
        const more = toScore(one, () => given).criteria[0]?.moreToFull ?? NaN;
        const add = (count: number) => (given.numerator + count) / given.denominator;
        expect(add(more)).toBeGreaterThanOrEqual(full);
        if (more > 0) expect(add(more - 1)).toBeLessThan(full);
      }),
    );
  });
});
