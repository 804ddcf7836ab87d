import { changeCalendar } from './change-calendar.ts';
import { strikeClock } from './clock-strike.ts';
import { importLives, importYesterday } from './import-events.ts';
import { journeys, type Journey } from './journeys.ts';
import { shareFigures } from './institutional.ts';
import { scanAndRate } from './scan-and-rate.ts';
import type { Shift } from './shift.ts';

/** Counters at work at the same time. */
const LANES = 3;
const LONGEST_STRIKE_MS = 9_000;

const all: Readonly<Record<string, Journey>> = { ...journeys, importLives, importYesterday, scanAndRate, shareFigures };

/** Everybody works until the shift is over, and finishes what they have begun; what goes wrong they write down. */
export async function work(shift: Shift): Promise<void> {
  // Not in each: a change dates all open dossiers anew.
  const change = shift.random() < 0.25 ? shift.doors.through(() => changeCalendar(shift)) : Promise.resolve();
  const inMs = 4_000 + shift.random() * (LONGEST_STRIKE_MS - 4_000);
  const strike = shift.doors.through(() => strikeClock(shift, inMs));
  await Promise.all([
    shift.noteFailure('the change of the calendar', change),
    shift.noteFailure('the clock strike', strike),
    ...Array.from({ length: LANES }, () => workOn(shift)),
  ]);
  await shift.finish();
}

async function workOn(shift: Shift): Promise<void> {
  const names = Object.keys(all);
  while (!shift.isOver) {
    const name = shift.pick(names);
    const journey = shift.doors.through(() => all[name]?.(shift) ?? Promise.resolve());
    await shift.noteFailure(name, journey);
    await shift.pause();
  }
}
