/**
 * How many due moments a second: the library without and with ledger, and the minute-by-minute brute force as the baseline, on the
 * same requests in the same call, the answers compared.
 *
 *   node libs/tooling/build.js libs/calendar && node libs/calendar/dist/bench/due.bench.js
 */
import { BruteForce } from '../testing/brute-force.ts';
import { dueMoment, dueMomentWithLedger, parseCalendar, vietnamCalendar, type DueRequest, type Limit } from '../index.ts';

const limits: readonly Limit[] = [
  { amount: 0, unit: 'working-day' },
  { amount: 3, unit: 'working-day' },
  { amount: 22, unit: 'working-day' },
  { amount: 8, unit: 'working-hour' },
  { amount: 15, unit: 'calendar-day' },
];
const HOUR = 3_600_000;

/** Receipts spread over 2022 to 2026; `pauseEvery` n gives every n-th request a pause of two days (0: none). */
function createRequests(amount: number, pauseEvery: number): DueRequest[] {
  const first = Date.parse('2022-01-01T00:00:00Z');
  return Array.from({ length: amount }, (_, index): DueRequest => {
    const receivedAt = first + ((index * 7_919_777) % (1800 * 24 * 60)) * 60_000;
    const limit = limits[index % limits.length] ?? { amount: 1, unit: 'working-day' };
    if (pauseEvery === 0 || index % pauseEvery !== 0) return { receivedAt, limit };
    return { receivedAt, limit, pauses: [{ from: receivedAt + 2 * HOUR, to: receivedAt + 50 * HOUR }] };
  });
}

function measure(
  requests: readonly DueRequest[],
  count: (request: DueRequest) => number | null,
): { perSecond: number; sum: number } {
  const began = process.hrtime.bigint();
  let sum = 0;
  for (const request of requests) sum += (count(request) ?? 0) % 1_000_003;
  return { perSecond: (requests.length * 1e9) / Number(process.hrtime.bigint() - began), sum };
}

function parsed(): Extract<ReturnType<typeof parseCalendar>, { ok: true }>['calendar'] {
  const result = parseCalendar(vietnamCalendar);
  if (!result.ok) throw new Error(result.error.message);
  return result.calendar;
}

const calendar = parsed();
const oracle = new BruteForce(vietnamCalendar);
const plain = (request: DueRequest): number | null => {
  const due = dueMoment(calendar, request);
  return due.ok ? due.dueAt : NaN;
};
const explained = (request: DueRequest): number | null => {
  const due = dueMomentWithLedger(calendar, request);
  return due.ok ? due.dueAt : NaN;
};

for (const [name, pauseEvery] of [
  ['no pauses', 0],
  ['every third paused', 3],
] as const) {
  const many = createRequests(1_000_000, pauseEvery);
  const some = many.slice(0, 100_000);
  const few = many.slice(0, 2_000);
  measure(some, plain);
  measure(few, explained);
  const runs = {
    baseline: measure(few, (request) => oracle.due(request)),
    plain: measure(many, plain),
    ledger: measure(some, explained),
  };
  const exact = measure(few, plain).sum === runs.baseline.sum && measure(some, plain).sum === runs.ledger.sum;
  const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString('en').padStart(12);
  const ratio = (perSecond: number): string =>
    `${Math.round(perSecond / runs.baseline.perSecond).toLocaleString('en')}×`.padStart(10);
  process.stdout.write(
    [
      `${name} (answers ${exact ? 'equal' : 'DIFFERENT'})`,
      `  brute force ${rate(runs.baseline.perSecond)}/s`,
      `  due moments ${rate(runs.plain.perSecond)}/s ${ratio(runs.plain.perSecond)}`,
      `  with ledger ${rate(runs.ledger.perSecond)}/s ${ratio(runs.ledger.perSecond)}\n`,
    ].join('\n'),
  );
}
