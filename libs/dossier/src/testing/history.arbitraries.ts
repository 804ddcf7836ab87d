import { nextWorkingMinute } from '@motcua/calendar';
import fc from 'fast-check';
import type { LegacyEvent } from '../legacy/legacy-event.ts';
import type { AnyChange, LegacyMoment } from './given.ts';
import { at, calendar } from './decision-context.ts';

const start = at('2022-03-01 07:00');
const HOUR_MS = 3_600_000;

/** A moment in the four weeks after the start; every other one on a whole minute, where due moments lie. */
export const moments = fc.oneof(
  fc.integer({ min: 0, max: 4 * 7 * 24 * 60 }).map((minutes) => start + minutes * 60_000),
  fc.integer({ min: 0, max: 4 * 7 * 24 * 3_600_000 }).map((ms) => start + ms),
);

const limits = fc.constantFrom(
  { amount: 0, unit: 'working-day' } as const,
  { amount: 3, unit: 'working-day' } as const,
  { amount: 12, unit: 'working-hour' } as const,
  { amount: 5, unit: 'calendar-day' } as const,
);

/** A change that is recorded so long after the one before, and is said to have happened so long before that. */
export interface RecordedChange {
  readonly after: number;
  readonly back: number;
  readonly command: AnyChange;
}

/** Any change, at any distance from the one before, told at once or late: lawful or not. */
export const changes: fc.Arbitrary<readonly RecordedChange[]> = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 60 * HOUR_MS }),
    back: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 * HOUR_MS })),
    command: fc.oneof(
      fc.constant<AnyChange>({ type: 'accept', limit: null, officer: null }),
      fc.constantFrom<AnyChange>(
        { type: 'transfer', officer: null },
        { type: 'refuse', reasonCode: 'x' },
        { type: 'request-supplement', reasonCode: 'x' },
        { type: 'receive-supplement' },
        { type: 'request-payment' },
        { type: 'confirm-payment' },
        { type: 'request-withdrawal' },
        { type: 'stop', by: 'stopped', reasonCode: 'x' },
        { type: 'process' },
        { type: 'return' },
        { type: 'reassign', reasonCode: 'x' },
        { type: 'redate', reasonCode: 'x' },
      ),
      moments.map((newDue): AnyChange => ({ type: 'extend', reasonCode: 'x', newDue: nextWorkingMinute(calendar, newDue) })),
      moments.map((promised): AnyChange => ({
        type: 'apologise',
        reasonCode: 'x',
        promised: nextWorkingMinute(calendar, promised),
      })),
      fc.integer({ min: 1, max: 6 }).map((proposal): AnyChange => ({ type: 'approve-proposal', proposal })),
      fc.integer({ min: 1, max: 6 }).map((proposal): AnyChange => ({ type: 'reject-proposal', proposal, reasonCode: 'x' })),
      fc.constant<AnyChange>({ type: 'propose-unit', reasonCode: 'x' }),
      fc.integer({ min: 1, max: 9 }).map((event): AnyChange => ({ type: 'revert', event })),
      fc
        .record({ receivedAt: moments, limit: limits })
        .map((fields): AnyChange => ({ type: 'correct', reasonCode: 'x', ...fields })),
    ),
  }),
  { maxLength: 8 },
);

const legacyTypes: readonly LegacyEvent['type'][] = [
  'transferred',
  'supplement-requested',
  'supplement-requested',
  'supplement-received',
  'supplement-received',
  'payment-requested',
  'payment-made',
  'withdrawal-requested',
  'extended',
  'processed',
  'returned',
  'stopped',
  'refused',
  'received',
];

const later = fc.record({ type: fc.constantFrom(...legacyTypes), when: moments, newDue: moments });
const receipts = fc.record({
  when: moments,
  promise: fc.oneof(
    fc.record({ limit: limits }),
    moments.map((due) => ({ due })),
    fc.constant({ dueKnown: false }),
  ),
});

const iso = (instant: number): string => new Date(instant + 7 * HOUR_MS).toISOString().slice(0, -1);

/** A legacy history as it may come: a receipt, then anything in any order; mostly, but not always, in the order it happened. */
export const legacyHistories: fc.Arbitrary<readonly LegacyMoment[]> = fc
  .record({ receipt: receipts, events: fc.array(later, { maxLength: 7 }), isSorted: fc.boolean() })
  .map(({ receipt, events, isSorted }) => [
    [iso(receipt.when), { type: 'received' as const, ...receipt.promise }],
    ...(isSorted ? events.toSorted((left, right) => left.when - right.when) : events).map(
      ({ type, when, newDue }): LegacyMoment => [iso(when), { type, newDue, namesUnit: type === 'transferred' }],
    ),
  ]);
