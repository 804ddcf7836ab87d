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
/** How many schedules have a second fault, and a third one. */
const [SECOND_SHARE, THIRD_SHARE] = [0.6, 0.4];
/** So often one is drawn that strikes something else. */
const DRAWS = 4;
/** Later than this no further fault begins beside the first. */
const LATEST_BESIDE_MS = 4_000;
/** The longest a schedule may be, healing included. */
export const LONGEST_MS = 40_000;
/** And one of those that take minutes. */
export const LONGEST_LONG_MS = 200_000;

/**
 * Led by a fault of the class that is asked for. Others, drawn freely, strike while it is still there: a second one in six of ten, a third one in four
 * of ten of these, where they do not strike the same thing. One that takes minutes is alone. Seed and class make the same schedule each time, as
 * long as the classes are the same.
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
  const planned = [first];
  const planBeside = (): PlannedFault | undefined => {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const next = plan(pick(ordinary), between([first.atMs, first.atMs + Math.min(first.forMs, LATEST_BESIDE_MS) + 1]));
      if (planned.every((one) => isCompatible(one, next))) return next;
    }
    return undefined;
  };
  for (const share of [SECOND_SHARE, THIRD_SHARE]) {
    const next = random() < share ? planBeside() : undefined;
    if (next === undefined) break;
    planned.push(next);
  }
  const longestMs = leading.isLong === true ? LONGEST_LONG_MS : LONGEST_MS;
  const healed = Math.max(...planned.map(({ atMs, forMs }) => atMs + forMs));
  return { seed, led, faults: planned, workMs: Math.max(LEAST_WORK_MS, healed + AFTERWARDS_MS), longestMs };
}

const ordinary = faults.filter(({ isLong }) => isLong !== true);

/** Two that strike one thing would undo each other (a server that is away cannot be stopped, and one healing would heal both); one that takes minutes is alone. */
function isCompatible(one: PlannedFault, other: PlannedFault): boolean {
  const places = [one, other].map(({ fault, target }) => fault.on ?? target);
  const areBrief = one.fault.isLong !== true && other.fault.isLong !== true;
  return areBrief && one.fault !== other.fault && places[0] !== places[1] && !places.includes('everything');
}
