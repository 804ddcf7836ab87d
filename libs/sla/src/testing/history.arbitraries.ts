import { nextWorkingMinute, vietnamCalendar } from '@motcua/calendar';
import {
  decide,
  evolve,
  isRefusal,
  noDossier,
  type ChangeCommand,
  type DecisionContext,
  type Dossier,
  type DossierCommand,
  type RuleSet,
} from '@motcua/dossier';
import fc from 'fast-check';
import type { Limit } from '../vocabulary.ts';
import type { Learnt } from './play.ts';
import {
  at,
  calendar,
  calendarDays,
  getCalendar,
  clockContext,
  toSlaDossier,
  workingDays,
  workingHours,
} from './clock-scenario.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const unit = { code: 'dong-xuan', path: ['phu-tho', 'thanh-ba', 'dong-xuan'], kind: 'commune' } as const;
const opening = { id: '018f3a3c-0000-7000-8000-000000000001', origin: 'intake', channel: 'in-person', officer: 'cb-01' } as const;

/** The swap of 2/1 and 10/1/2026 was announced late: the version before it does not know it. */
const unswapped = getCalendar({
  ...vietnamCalendar,
  daysOff: vietnamCalendar.daysOff.filter(({ date }) => date !== '2026-01-02'),
  workingDays: vietnamCalendar.workingDays.filter(({ date }) => date !== '2026-01-10'),
});
const swapped = { ...calendar, version: 2 };

type Untimed<Command> = Command extends unknown ? Omit<Command, 'occurredAt'> : never;
interface Move {
  readonly after: number;
  readonly lag: number;
  readonly command: Untimed<ChangeCommand>;
}

/** Days around which something happens: an ordinary week, the swap of the New Year, Tết, the end of a month of holidays. */
const starts = fc
  .tuple(
    fc.constantFrom('2026-03-02', '2025-12-30', '2026-01-07', '2026-02-11', '2026-04-23'),
    fc.integer({ min: 0, max: 3 * 24 * 12 }),
    fc.constantFrom(0, 0, 0, 30_000, 59_999),
  )
  .map(([date, fives, ms]) => at(`${date} 00:00`) + fives * 5 * MINUTE_MS + ms);

const limits: fc.Arbitrary<Limit> = fc.constantFrom(
  workingDays(0),
  workingDays(1),
  workingDays(3),
  workingDays(6),
  workingHours(3),
  workingHours(12),
  calendarDays(4),
);

const gaps = fc.oneof(
  fc.integer({ min: 0, max: 12 * 12 }).map((fives) => fives * 5 * MINUTE_MS),
  fc.integer({ min: 0, max: 30 * HOUR_MS }),
  fc.integer({ min: 0, max: 5 }).map((days) => days * 24 * HOUR_MS),
);
/** Mostly at once; sometimes late, as over a line that was down. */
const lags = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 50 * HOUR_MS }) },
);

const anyMove: fc.Arbitrary<Move> = fc.record({
  after: gaps,
  lag: lags,
  command: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Untimed<ChangeCommand>>({ type: 'accept', limit: null, officer: null }) },
    {
      weight: 8,
      arbitrary: fc.constantFrom<Untimed<ChangeCommand>>(
        { type: 'transfer', officer: null },
        { type: 'transfer', officer: 'cb-02' },
        { type: 'request-supplement', reasonCode: 'x' },
        { type: 'receive-supplement' },
        { type: 'receive-supplement' },
        { type: 'request-payment' },
        { type: 'confirm-payment' },
        { type: 'request-withdrawal' },
        { type: 'redate', reasonCode: 'x' },
        { type: 'reassign', reasonCode: 'x' },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Untimed<ChangeCommand>>(
        { type: 'stop', by: 'stopped', reasonCode: 'x' },
        { type: 'refuse', reasonCode: 'x' },
        { type: 'process' },
        { type: 'return' },
      ),
    },
    {
      weight: 3,
      arbitrary: gaps.map((by): Untimed<ChangeCommand> => ({ type: 'extend', reasonCode: 'x', newDue: by })),
    },
    {
      weight: 3,
      arbitrary: gaps.map((by): Untimed<ChangeCommand> => ({ type: 'apologise', reasonCode: 'x', promised: by })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('correct' as const),
        reasonCode: fc.constant('x'),
        limit: limits,
      }),
    },
  ),
});

/** A pause that ends: by chance alone few do. */
const endedPause: fc.Arbitrary<Move[]> = fc
  .tuple(
    gaps,
    gaps,
    lags,
    fc.constantFrom<readonly [Untimed<ChangeCommand>, Untimed<ChangeCommand>]>(
      [{ type: 'request-supplement', reasonCode: 'x' }, { type: 'receive-supplement' }],
      [{ type: 'request-payment' }, { type: 'confirm-payment' }],
      [{ type: 'request-withdrawal' }, { type: 'transfer', officer: null }],
    ),
  )
  .map(([after, length, lag, [begin, end]]) => [
    { after, lag, command: begin },
    { after: length, lag: 0, command: end },
  ]);

const moves: fc.Arbitrary<Move[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: anyMove.map((move) => [move]) }, { weight: 2, arbitrary: endedPause }), {
    maxLength: 9,
  })
  .map((parts) => parts.flat());

const pauseRules = (supplement: 'restart' | 'subtract'): RuleSet['pauseRules'] => ({
  supplement,
  payment: 'subtract',
  withdrawal: 'subtract',
});

/** What the timer learns of one dossier: a history of lawful commands, each learnt after the one before it. */
export const histories: fc.Arbitrary<readonly Learnt[]> = fc
  .record({
    start: starts,
    lag: lags,
    limit: limits,
    isOnline: fc.boolean(),
    supplement: fc.constantFrom('restart' as const, 'subtract' as const),
    moves,
  })
  .map(({ start, lag, limit, isOnline, supplement, moves: tried }) => {
    const ruleSet: RuleSet = {
      code: 'test',
      pauseRules: pauseRules(supplement),
      maxSupplementRequests: 1,
      maxExtensions: 1,
      extensionNoticeHours: 24,
    };
    const procedure = {
      code: '1.000689',
      field: 'ho-tich',
      serviceLevel: 'partial',
      levels: ['commune'],
      limit,
      maxLimit: null,
    } as const;
    let counting = unswapped;
    const learnt: Learnt[] = [];
    let dossier: Dossier = noDossier;

    const take = (command: DossierCommand, delay: number): void => {
      const next = command.type === 'redate' ? swapped : counting;
      const context: DecisionContext = { now: command.occurredAt, calendar: next, ruleSet, unit, procedure };
      const events = decide(dossier, command, context);
      if (isRefusal(events)) return;
      for (const event of events) {
        const after = evolve(dossier, event);
        if (after.status === 'none') throw new Error('A decision opens the dossier.');
        dossier = after;
        counting = next;
        learnt.push({
          name: event.type,
          occurredAt: event.occurredAt,
          learntAt: Math.max(learnt.at(-1)?.learntAt ?? 0, event.occurredAt + delay),
          dossier: toSlaDossier(after),
          clockContext: { ...clockContext, calendar: next },
        });
      }
    };

    /** Extensions go by the due moment, apologies by the present one, to a minute at which the office works. */
    const toAppointment = (command: Untimed<ChangeCommand>, at: number): object => {
      if (command.type === 'extend') return { newDue: (toDue(dossier) ?? at) + command.newDue };
      return command.type === 'apologise' ? { promised: nextWorkingMinute(counting, at + command.promised) } : {};
    };

    take({ ...opening, occurredAt: start, ...(isOnline ? { type: 'submit' } : { type: 'receive', limit: null }) }, lag);
    let now = start;
    for (const { after, lag: delay, command } of tried) {
      now += after;
      take({ ...command, ...toAppointment(command, now), occurredAt: now }, delay);
    }
    return learnt;
  });

const toDue = (dossier: Dossier): number | null => (dossier.status === 'none' ? null : dossier.clock.currentDue);

/** When the timer looks: every so often, with stops of hours or days in between. */
export const ticksAfter = (start: number, end: number): fc.Arbitrary<number[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 90 * MINUTE_MS }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 100 * HOUR_MS }) },
      ),
      { minLength: 150, maxLength: 400 },
    )
    .map((steps) => {
      const ticks: number[] = [];
      let now = start;
      for (const step of steps) ticks.push((now += step));
      return [...ticks.filter((tick) => tick < end), end];
    });
