import type { Actor } from '@motcua/auth';
import type { ReferenceData, UnitOnDay } from '../reference/reference-data.ts';

/** Who is in charge where a command names nobody: whoever sends it, if they work in the unit on that day; else nobody yet. */
export const toOwnOfficer = (data: ReferenceData, { sub }: Actor, day: UnitOnDay | undefined): string | null =>
  day !== undefined && data.findStanding(sub, day.unit.code, day.date) === 'staff' ? sub : null;
