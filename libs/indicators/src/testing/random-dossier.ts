import fc from 'fast-check';
import type { LocalDays } from '../instant.ts';
import type { ResponsibleUnit, Responsibility } from '../intervals/responsibility.ts';
import { moveResponsibility } from '../intervals/responsibility.ts';
import { overdueCauses } from '../intervals/overdue-cause.ts';
import type { DocumentCounts } from '../intervals/documents.ts';
import type { ReferenceDocuments, ReferenceDossier } from './reference-figures.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Two zones, seven hours east and five west, without summer time: what is tested is the counting, not the zones. */
const offsets: Record<string, number> = { east: 7 * HOUR, west: -5 * HOUR };
export const plainDays: LocalDays = {
  dayOf: (zone, at) => Math.floor((at + (offsets[zone] ?? 0)) / DAY),
  startOf: (zone, day) => day * DAY - (offsets[zone] ?? 0),
};

export const responsibleUnits: readonly ResponsibleUnit[] = [
  { unit: 'a1', path: ['root', 'a', 'a1'], kind: 'commune' },
  { unit: 'a2', path: ['root', 'a', 'a2'], kind: 'commune' },
  { unit: 'a', path: ['root', 'a'], kind: 'district-office' },
  { unit: 'b1', path: ['root', 'b', 'b1'], kind: 'commune' },
];

export type RandomDossier = Required<ReferenceDossier>;

/** Moments aim at local midnights, at one another and one millisecond off. */
const instant = fc
  .tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom(0, 0, 9 * HOUR, 17 * HOUR, 12 * HOUR),
    fc.constantFrom(-1, 0, 0, 1),
    fc.constantFrom(-7, 5),
  )
  .map(([day, hour, off, zone]) => day * DAY + hour + off + zone * HOUR);
const maybe = fc.option(instant, { nil: null });

const randomDocuments: fc.Arbitrary<ReferenceDocuments> = fc.record({
  components: fc.array(fc.constantFrom('missing', 'scanned', 'reused', 'exempt'), { maxLength: 3 }),
  results: fc.array(fc.constantFrom('missing', 'scanned', 'signed'), { maxLength: 2 }),
});

/** What an event would tell of these documents. */
export function toCounts({ components, results }: ReferenceDocuments): DocumentCounts {
  const count = (state: string): number => components.filter((component) => component === state).length;
  const resultDigitized = results.length > 0 && results.every((result) => result !== 'missing');
  return {
    asked: components.length - count('exempt'),
    missing: count('missing'),
    reused: count('reused'),
    resultPrescribed: results.length > 0,
    resultDigitized,
    resultSigned: results.includes('signed'),
    isDigitized: count('missing') === 0 && resultDigitized,
  };
}

export const randomDossier: fc.Arbitrary<RandomDossier> = fc
  .record({
    timeZone: fc.constantFrom('east', 'west'),
    procedure: fc.constantFrom('p', 'q'),
    field: fc.constantFrom('f', 'g'),
    channel: fc.constantFrom('online', 'in-person'),
    serviceLevel: fc.constantFrom('full', 'partial', 'none'),
    receivedAt: fc.oneof({ weight: 9, arbitrary: instant }, { weight: 1, arbitrary: fc.constant(null) }),
    ended: maybe,
    currentDue: maybe,
    noDue: fc.boolean(),
    lateFrom: fc.record({ set766: maybe, original: maybe, current: maybe }),
    first: fc.constantFrom(...responsibleUnits),
    overdueCause: fc.option(fc.record({ cause: fc.constantFrom(...overdueCauses), overdueSince: instant }), { nil: null }),
    documents: fc.option(randomDocuments, { nil: null }),
    moves: fc.array(fc.tuple(instant, fc.constantFrom(...responsibleUnits)), { maxLength: 3 }),
  })
  .map(({ ended, first, moves, overdueCause, documents, ...state }) => ({
    overdueCause,
    documents,
    state: { ...state, endedAt: state.receivedAt === null ? null : ended },
    history: moves.reduce<readonly Responsibility[]>(
      (past, [at, responsibleUnit]) => moveResponsibility(past, at, responsibleUnit),
      [{ ...first, from: null }],
    ),
  }));

export const randomView = fc.record({
  zone: fc.constantFrom('east', 'west'),
  from: fc.integer({ min: -1, max: 12 }),
  length: fc.integer({ min: 1, max: 8 }),
  asOf: instant,
  unit: fc.constantFrom('root', 'a', 'a1', 'a2', 'b', 'b1'),
});
