import { createRandom } from '@motcua/testing/random';
import type { Fault } from '../faults/fault.ts';
import { faults } from '../faults/faults.ts';

/** One fault of a schedule. */
export interface PlannedFault {
  readonly fault: Fault;
  readonly target: string;
  /** From the beginning of the schedule on. */
  readonly atMs: number;
  /** From the injection until it is healed. */
  readonly forMs: number;
}

/** What strikes while people work, all of it drawn from one number. */
export interface Schedule {
  readonly seed: number;
  readonly faults: readonly PlannedFault[];
  /** So long people begin something new. */
  readonly workMs: number;
}

/** Work goes on past the last healing: what comes back has something to do. */
const AFTERWARDS_MS = 2_000;
const LEAST_WORK_MS = 11_000;
/** The longest a schedule may be, healing included. */
export const LONGEST_MS = 40_000;

/** Each class in its turn leads a schedule, and each of its targets in theirs, so that none is left to chance; a second one, drawn freely, strikes beside or behind it. */
export function drawSchedule(seed: number): Schedule {
  const random = createRandom(seed);
  const between = ([least, most]: readonly [number, number]): number => Math.floor(least + random() * (most - least));
  const plan = (fault: Fault, place: number, atMs: number): PlannedFault => ({
    fault,
    target: fault.targets[place % fault.targets.length] ?? '',
    atMs,
    forMs: between(fault.lastsMs),
  });
  const leading = faults[(seed - 1) % faults.length];
  const second = faults[Math.floor(random() * faults.length)];
  if (leading === undefined || second === undefined) throw new Error('There is no fault.');
  const first = plan(leading, Math.floor((seed - 1) / faults.length), between([2_000, 5_000]));
  const planned = [first, plan(second, Math.floor(random() * second.targets.length), between([4_000, 9_000]))].filter(
    (one, index) => index === 0 || isCompatible(first, one),
  );
  const healed = Math.max(...planned.map(({ atMs, forMs }) => atMs + forMs));
  return { seed, faults: planned, workMs: Math.max(LEAST_WORK_MS, healed + AFTERWARDS_MS) };
}

/** Two that strike one thing would undo each other: a server that is away cannot be stopped, and one healing would heal both. */
function isCompatible(one: PlannedFault, other: PlannedFault): boolean {
  const places = [one, other].map(({ fault, target }) => fault.on ?? target);
  return one.fault !== other.fault && places[0] !== places[1] && !places.includes('everything');
}
