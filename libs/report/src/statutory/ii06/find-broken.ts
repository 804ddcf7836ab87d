import { handlingCountNames, type HandlingCounts, type HandlingRow } from './handling-counts.ts';

/** What must be equal in every row, as the circular writes it; the hand-over term is ours and 0 where responsibility stood still. */
export const identities = [
  {
    rule: '(3) = (4) + (5) + (6) + (6a) − (6b)',
    left: ({ accounted }: HandlingCounts) => accounted,
    right: (counts: HandlingCounts) =>
      counts.receivedOnline + counts.receivedOtherwise + counts.carriedOver + counts.handedIn - counts.handedOut,
  },
  {
    rule: '(7) = (8) + (9) + (10)',
    left: ({ finished }: HandlingCounts) => finished,
    right: (counts: HandlingCounts) => counts.finishedEarly + counts.finishedOnTime + counts.finishedLate,
  },
  {
    rule: '(11) = (12) + (13)',
    left: ({ open }: HandlingCounts) => open,
    right: (counts: HandlingCounts) => counts.openWithin + counts.openOverdue,
  },
  {
    rule: '(3) = (7) + (11)',
    left: ({ accounted }: HandlingCounts) => accounted,
    right: (counts: HandlingCounts) => counts.finished + counts.open,
  },
] as const;

/** An identity that a row does not keep; `row: null` is the total. */
export interface BrokenIdentity {
  readonly row: string | null;
  readonly rule: string;
  readonly left: number;
  readonly right: number;
}

/** Handed over is a net: between two rows of one report it goes out of one and into the other, and for the whole nothing has moved. */
const additive = handlingCountNames.filter((name) => name !== 'handedIn' && name !== 'handedOut');
const net = ({ handedIn, handedOut }: HandlingCounts): number => handedIn - handedOut;

/** Every identity that is broken, row by row, and each column whose rows do not add up to the total. Empty: the report may be written. */
export function findBroken(rows: readonly HandlingRow[], total: HandlingCounts): BrokenIdentity[] {
  const inRow = (row: string | null, counts: HandlingCounts): BrokenIdentity[] =>
    identities
      .map(({ rule, left, right }) => ({ row, rule, left: left(counts), right: right(counts) }))
      .filter(({ left, right }) => left !== right);
  const sum = (of: (counts: HandlingCounts) => number): number => rows.reduce((all, { counts }) => all + of(counts), 0);
  const inTotal = [
    ...additive.map((name) => ({ rule: name, left: total[name], right: sum((counts) => counts[name]) })),
    { rule: 'handedIn − handedOut', left: net(total), right: sum(net) },
  ]
    .filter(({ left, right }) => left !== right)
    .map(({ rule, ...sides }) => ({ row: null, rule: `Σ ${rule}`, ...sides }));
  return [...rows.flatMap(({ key, counts }) => inRow(key, counts)), ...inRow(null, total), ...inTotal];
}
