import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBroken } from './find-broken.ts';
import { handlingCountNames, nothingHandled, type HandlingCounts, type HandlingRow } from './handling-counts.ts';
import { toIi06 } from './to-ii06.ts';

/** What became of a dossier in the period, and how it came into it: a row of ours is a pile of these. */
const fate = fc.record({
  came: fc.constantFrom('online', 'otherwise', 'carried', 'in'),
  went: fc.constantFrom('early', 'on-time', 'late', 'within', 'overdue', 'out'),
  row: fc.constantFrom('f', 'g', 'h'),
});
type Fate = typeof fate extends fc.Arbitrary<infer One> ? One : never;

/** Counted dossier by dossier, with nothing added up. */
function recount(fates: readonly Fate[]): HandlingCounts {
  const count = (keep: (one: Fate) => boolean): number => fates.filter(keep).length;
  return {
    receivedOnline: count(({ came }) => came === 'online'),
    receivedOtherwise: count(({ came }) => came === 'otherwise'),
    carriedOver: count(({ came }) => came === 'carried'),
    handedIn: count(({ came }) => came === 'in'),
    handedOut: count(({ went }) => went === 'out'),
    accounted: count(({ went }) => went !== 'out'),
    finished: count(({ went }) => ['early', 'on-time', 'late'].includes(went)),
    finishedEarly: count(({ went }) => went === 'early'),
    finishedOnTime: count(({ went }) => went === 'on-time'),
    finishedLate: count(({ went }) => went === 'late'),
    open: count(({ went }) => ['within', 'overdue'].includes(went)),
    openWithin: count(({ went }) => went === 'within'),
    openOverdue: count(({ went }) => went === 'overdue'),
  };
}

const toRows = (fates: readonly Fate[]): HandlingRow[] =>
  ['f', 'g', 'h'].map((key) => ({ key, counts: recount(fates.filter(({ row }) => row === key)) }));

/** The example of docs/reports.md: a commune in October. */
const justice: HandlingCounts = {
  ...nothingHandled,
  ...{ receivedOnline: 30, receivedOtherwise: 12, carriedOver: 5, accounted: 47 },
  ...{ finished: 43, finishedEarly: 20, finishedOnTime: 21, finishedLate: 2, open: 4, openWithin: 3, openOverdue: 1 },
};
const land: HandlingCounts = {
  ...nothingHandled,
  ...{ receivedOnline: 4, receivedOtherwise: 6, carriedOver: 8, handedIn: 3, handedOut: 1, accounted: 20 },
  ...{ finished: 11, finishedEarly: 2, finishedOnTime: 5, finishedLate: 4, open: 9, openWithin: 6, openOverdue: 3 },
};
const add = (one: HandlingCounts, other: HandlingCounts): HandlingCounts => ({
  ...one,
  ...Object.fromEntries(handlingCountNames.map((name) => [name, one[name] + other[name]])),
});

describe('report II.06', () => {
  it('is the table of the circular where nobody handed anything over', () => {
    const report = toIi06([{ key: 'Hộ tịch', counts: justice }], justice);
    expect(report).toMatchObject({
      lines: [{ key: 'Hộ tịch', cells: [47, 30, 12, 5, 43, 20, 21, 2, 4, 3, 1] }],
      total: [47, 30, 12, 5, 43, 20, 21, 2, 4, 3, 1],
    });
    expect('columns' in report && report.columns.map(({ number }) => number)).toEqual([
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
    ]);
  });

  it('shows what was handed over, so that the total is still what came in', () => {
    const rows = [
      { key: 'Hộ tịch', counts: justice },
      { key: 'Đất đai', counts: land },
    ];
    const report = toIi06(rows, add(justice, land));
    expect(report).toMatchObject({ total: [67, 34, 18, 13, 3, 1, 54, 22, 26, 6, 13, 9, 4] });
  });

  it('is not written where a line contradicts itself, and names the line and the rule', () => {
    const counts = { ...justice, finishedLate: 3 };
    expect(toIi06([{ key: 'Hộ tịch', counts }], counts)).toEqual({
      refused: 'report.identities-broken',
      broken: [
        { row: 'Hộ tịch', rule: '(7) = (8) + (9) + (10)', left: 43, right: 44 },
        { row: null, rule: '(7) = (8) + (9) + (10)', left: 43, right: 44 },
      ],
    });
  });

  it('is not written where its lines do not add up to its total', () => {
    const broken = findBroken([{ key: 'Hộ tịch', counts: justice }], nothingHandled);
    expect(broken).toContainEqual({ row: null, rule: 'Σ finished', left: 0, right: 43 });
  });

  it('lets a dossier go from one line into another without a move of the whole', () => {
    const moved = { key: 'a', counts: { ...nothingHandled, carriedOver: 1, handedOut: 1 } };
    const came = { key: 'b', counts: { ...nothingHandled, handedIn: 1, accounted: 1, open: 1, openWithin: 1 } };
    const total = { ...nothingHandled, carriedOver: 1, accounted: 1, open: 1, openWithin: 1 };
    expect(findBroken([moved, came], total)).toEqual([]);
  });

  it('counts as whoever counts dossier by dossier, whatever became of them', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 60 }), (fates) => {
        const report = toIi06(toRows(fates), recount(fates));
        if ('refused' in report) throw new Error(JSON.stringify(report));
        for (const [index, { number }] of report.columns.entries())
          expect([number, report.lines.reduce((sum, { cells }) => sum + (cells[index] ?? NaN), 0)]).toEqual([
            number,
            report.total[index],
          ]);
      }),
    );
  });

  it('is refused whichever number is wrong by one', () => {
    fc.assert(
      fc.property(
        fc.array(fate, { maxLength: 30 }),
        fc.constantFrom(...handlingCountNames),
        fc.boolean(),
        (fates, name, more) => {
          const rows = toRows(fates);
          const wrong = { ...rows[0]!, counts: { ...rows[0]!.counts, [name]: rows[0]!.counts[name] + (more ? 1 : -1) } };
          expect(findBroken([wrong, ...rows.slice(1)], recount(fates))).not.toEqual([]);
        },
      ),
    );
  });
});
