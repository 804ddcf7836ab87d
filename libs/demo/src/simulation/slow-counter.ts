import { workingMinutesBefore, type Instant, type WorkingCalendar } from '@motcua/calendar';
import { toImportedDossierId, type ProcedureDocument } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { postEvents } from '@motcua/client/events';
import type { GatewayClient } from '@motcua/client';
import type { Random } from '../invention/random.ts';
import type { CounterHandler } from './counter-handler.ts';
import { paperSource, toPaperTrail } from './paper-trail.ts';

/** Specialists who do not come round to it: what makes the clocks of today's communes warn, and break. */
export interface SlowCounter {
  readonly counters: readonly CounterHandler[];
  readonly calendar: WorkingCalendar;
  /** One that is promised within working hours. */
  readonly procedure: ProcedureDocument;
  /** Tells what happened on paper, as a legacy system does: no live command may lie so far back. */
  readonly paper: GatewayClient;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/**
 * Working minutes that are left when the first dossiers are recorded: one is late already, two run out while somebody looks, two are about to
 * reach four fifths of eight hours, one the middle.
 */
const FIRST_REMAINDERS = [-70, 2, 5, 98, 101, 242];
const NEXT_REMAINDER = 3;
const NEXT_EVERY_MS = 240_000;

interface Lying {
  readonly counter: CounterHandler;
  readonly dossierId: string;
  readonly due: Instant;
}

/**
 * Records dossiers that came on paper in the last working hours and lets them lie; from time to time one more, and the longest overdue is
 * done at last. Clocks run in working time alone: at night and on holidays only what is late already warns. What fails in passing is left out.
 */
export async function playSlowCounter(slow: SlowCounter): Promise<void> {
  const { counters, random, signal } = slow;
  const lying: Lying[] = [];
  const put = async (counter: CounterHandler | undefined, remaining: number): Promise<void> => {
    const done = counter === undefined ? undefined : await recordLate(slow, counter, remaining).catch(() => undefined);
    if (done !== undefined) lying.push(done);
  };
  for (const [index, remaining] of FIRST_REMAINDERS.entries()) await put(counters[index % counters.length], remaining);
  for (;;) {
    await sleep(NEXT_EVERY_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    await finishOverdue(lying).catch(() => undefined);
    await put(random.pick(counters), NEXT_REMAINDER);
  }
}

/** When a dossier was received of whose limit so many working minutes are left now. */
export function toReceiptMoment(calendar: WorkingCalendar, now: Instant, limitMinutes: number, remaining: number): Instant {
  return workingMinutesBefore(calendar, now, limitMinutes - remaining);
}

/** Received at the counter and handed over at once, so that it lies on a specialist's desk. */
async function recordLate(slow: SlowCounter, counter: CounterHandler, remaining: number): Promise<Lying | undefined> {
  const { procedure, random, calendar, paper } = slow;
  const now = Date.now();
  const receivedAt = toReceiptMoment(calendar, now, toMinutes(procedure), remaining);
  const sourceCode = `${counter.unit}/${new Date(receivedAt).toISOString()}/${random.between(1, 999_999)}`;
  const officer = `${counter.unit}.0${random.between(1, 3)}`;
  const trail = toPaperTrail({ sourceCode, unit: counter.unit, procedure: procedure.code, officer, receivedAt, now });
  const { refused } = await postEvents(paper, trail);
  if (refused.length > 0) return undefined;
  return { counter, dossierId: toImportedDossierId(paperSource, sourceCode), due: now + remaining * 60_000 };
}

const toMinutes = ({ limit }: ProcedureDocument): number => (limit?.amount ?? 0) * 60;

/** `due` is near enough: in working time it is exact, outside it the dossier is done when counters have opened again. */
async function finishOverdue(lying: Lying[]): Promise<void> {
  const late = lying.findIndex(({ due }) => due < Date.now());
  const [found] = late < 0 ? [] : lying.splice(late, 1);
  if (found === undefined) return;
  await found.counter.act(found.dossierId, 'process', {});
  await found.counter.act(found.dossierId, 'return', {});
}
