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
  /** The class of the first fault. */
  readonly led: string;
  readonly faults: readonly PlannedFault[];
  /** So long people begin something new, at least: all faults are to be healed by then. */
  readonly workMs: number;
  /** And at most, where striking or healing takes longer than was drawn. */
  readonly longestMs: number;
}

/** Work goes on past the last healing: what comes back has something to do. */
export const AFTERWARDS_MS = 2_000;
const LEAST_WORK_MS = 11_000;
/** The longest a schedule may be, healing included. */
export const LONGEST_MS = 40_000;
/** And one of those that take minutes. */
export const LONGEST_LONG_MS = 200_000;

/**
 * Led by a fault of the class that is asked for; a second one, drawn freely, strikes beside or behind it, unless the first takes minutes.
 * Seed and class make the same schedule each time, as long as the classes are the same.
 *
 * @throws where there is no such class
 */
export function drawSchedule(seed: number, led: string): Schedule {
  const random = createRandom(seed);
  const between = ([least, most]: readonly [number, number]): number => Math.floor(least + random() * (most - least));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // None is empty.
  const plan = (fault: Fault, atMs: number): PlannedFault => ({
    fault,
    target: pick(fault.targets),
    atMs,
    forMs: between(fault.lastsMs),
  });
  const leading = faults.find(({ name }) => name === led);
  if (leading === undefined)
    throw new Error(`No class of faults is called "${led}": ${faults.map(({ name }) => name).join(', ')}.`);
  const first = plan(leading, between([2_000, 5_000]));
  const second = plan(pick(ordinary), between([4_000, 9_000]));
  const longestMs = leading.isLong === true ? LONGEST_LONG_MS : LONGEST_MS;
  const planned = leading.isLong === true || !isCompatible(first, second) ? [first] : [first, second];
  const healed = Math.max(...planned.map(({ atMs, forMs }) => atMs + forMs));
  return { seed, led, faults: planned, workMs: Math.max(LEAST_WORK_MS, healed + AFTERWARDS_MS), longestMs };
}

const ordinary = faults.filter(({ isLong }) => isLong !== true);

/** Two that strike one thing would undo each other: a server that is away cannot be stopped, and one healing would heal both. */
function isCompatible(one: PlannedFault, other: PlannedFault): boolean {
  const places = [one, other].map(({ fault, target }) => fault.on ?? target);
  return one.fault !== other.fault && places[0] !== places[1] && !places.includes('everything');
}
