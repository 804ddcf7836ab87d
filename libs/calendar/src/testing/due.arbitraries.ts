import fc from 'fast-check';
import type { CalendarDocument, WrittenPeriod } from '../calendar-document.ts';
import type { DueRequest, Limit, Pause } from '../due/due-request.ts';

const zones = [
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Europe/Amsterdam',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
];

/** Local midnights around which things happen: swaps and Tết in Vietnam, and the days clocks change elsewhere. */
const aroundDays = [
  '2024-12-30',
  '2025-01-25',
  '2025-03-08',
  '2025-03-29',
  '2025-04-05',
  '2025-09-06',
  '2025-10-04',
  '2025-10-25',
  '2025-11-01',
];
const DAY_MS = 86_400_000;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const oddPeriods: fc.Arbitrary<WrittenPeriod[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((marks) => {
    const sorted = marks.sort((left, right) => left - right).map((mark) => clock(mark * 15));
    return sorted.flatMap((open, index): WrittenPeriod[] =>
      index % 2 === 0 && sorted[index + 1] !== undefined ? [[open, sorted[index + 1] ?? '']] : [],
    );
  });

const periods: fc.Arbitrary<WrittenPeriod[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constant<WrittenPeriod[]>([
      ['07:30', '11:30'],
      ['13:30', '17:00'],
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<WrittenPeriod[]>(
      [['07:30', '11:30']],
      [['00:00', '24:00']],
      [['13:00', '24:00']],
      [['00:00', '06:00']],
      [['00:30', '03:00']],
    ),
  },
  { weight: 2, arbitrary: oddPeriods },
);

const date = fc
  .tuple(fc.constantFrom(...aroundDays), fc.integer({ min: -3, max: 12 }))
  .map(([text, days]) => new Date(Date.parse(text) + days * DAY_MS).toISOString().slice(0, 10));

export const calendars: fc.Arbitrary<CalendarDocument> = fc.record({
  id: fc.constant('random'),
  version: fc.constant(1),
  timeZone: fc.constantFrom(...zones),
  week: fc
    .tuple(
      periods,
      fc.record(
        { mon: periods, tue: periods, wed: periods, thu: periods, fri: periods, sat: periods, sun: periods },
        { requiredKeys: [] },
      ),
    )
    .map(([always, week]) => ({ tue: always, ...week })),
  daysOff: fc.uniqueArray(date, { maxLength: 25 }).map((dates) => dates.map((off) => ({ date: off, name: 'off' }))),
  workingDays: fc.uniqueArray(fc.record({ date, periods, name: fc.constant('make-up') }), {
    maxLength: 6,
    selector: (day) => day.date,
  }),
  sameDayCutOff: fc.constantFrom('15:00', '15:00:00', '15:00:30', '10:00', '00:00', '24:00'),
  confirmedThrough: fc.constantFrom('2026-12-31', '2026-12-31', '2025-03-31'),
});

/** Moments near edges: a quarter of an hour of the day plus or minus a minute and some seconds. */
const moment = fc
  .tuple(
    fc.constantFrom(...aroundDays),
    fc.integer({ min: -2 * 96, max: 12 * 96 }),
    fc.constantFrom(-60, -1, 0, 0, 0, 1, 30, 60, 437),
  )
  .map(([text, quarters, seconds]) => Date.parse(text) + quarters * 900_000 + seconds * 1000);

const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 6 }), unit: fc.constant('working-day' as const) }),
  fc.constant({ amount: 0, unit: 'working-day' as const }),
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant('working-hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 15 }), unit: fc.constant('calendar-day' as const) }),
);

const quarterMs = 900_000;

function pausesAfter(receivedAt: number): fc.Arbitrary<Pause[]> {
  const pause = fc
    .record({
      offset: fc.integer({ min: -100, max: 700 }),
      length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 500 }), fc.constant(null)),
      seconds: fc.constantFrom(0, 0, 0, 60, -60, 17),
      rule: fc.constantFrom('subtract', 'restart', undefined),
    })
    .map(({ offset, length, seconds, rule }): Pause => {
      const from = receivedAt + offset * quarterMs + seconds * 1000;
      const to = length === null ? null : from + length * quarterMs;
      return rule === undefined ? { from, to } : { from, to, rule };
    });
  return fc.array(pause, { maxLength: 5 });
}

export const requests: fc.Arbitrary<DueRequest> = moment.chain((receivedAt) =>
  fc.record({
    receivedAt: fc.constant(receivedAt),
    limit,
    pauses: pausesAfter(receivedAt),
    pauseRule: fc.constantFrom('subtract' as const, 'restart' as const),
  }),
);
