import type { ClockLine, ListedDossier } from '@motcua/contracts';
import { toLocalDate } from '../../../format/dates.ts';

export const workGroups = ['late', 'today', 'tomorrow', 'week', 'later', 'waiting'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** A dossier in the worklist: one line, whatever number of clocks it has. */
export interface WorkItem {
  readonly dossier: ListedDossier;
  readonly group: WorkGroup;
  /** The clock that the group is told by: of the whole dossier, or of its acceptance. */
  readonly clock: ClockLine | undefined;
  /** A step or a transfer that is late by itself. */
  readonly lateStep: ClockLine | undefined;
}

/** Statuses in which the citizen is asked for something. */
const waitingForCitizen = new Set([5, 6]);

/**
 * Dossiers with their clocks, the most urgent first; those that wait for the citizen come last.
 *
 * @param clocks of all of them, in any order; one may be there twice
 * @param now in milliseconds
 */
export function toWorkItems(dossiers: readonly ListedDossier[], clocks: readonly ClockLine[], now: number): WorkItem[] {
  const byDossier = groupByDossier(clocks);
  return dossiers.map((dossier) => toWorkItem(dossier, byDossier.get(dossier.dossierId) ?? [], now)).sort(byUrgency);
}

function toWorkItem(dossier: ListedDossier, clocks: readonly ClockLine[], now: number): WorkItem {
  const main = dossier.receivedAt === null ? 'acceptance' : 'dossier';
  const clock = clocks.find((one) => one.clock === main);
  const lateStep = clocks.find((one) => (one.clock === 'step' || one.clock === 'transfer') && (one.remainingMinutes ?? 0) < 0);
  return { dossier, clock, lateStep, group: toGroup(dossier, dueOf(dossier, clock), now) };
}

const dueOf = ({ currentDue }: ListedDossier, clock: ClockLine | undefined): string | null => clock?.due ?? currentDue;

/** A wish to withdraw stops the clock, and is to be decided: it is for today. */
function toGroup({ status, timeZone }: ListedDossier, due: string | null, now: number): WorkGroup {
  if (waitingForCitizen.has(status)) return 'waiting';
  if (due === null) return status === 7 ? 'today' : 'later';
  if (Date.parse(due) < now) return 'late';
  const [today, day] = [toDayNumber(toLocalDate(now, timeZone)), toDayNumber(toLocalDate(due, timeZone))];
  if (day <= today) return 'today';
  if (day === today + 1) return 'tomorrow';
  return day <= today + daysToSunday(today) ? 'week' : 'later';
}

const toDayNumber = (date: string): number => Date.parse(date) / 86_400_000;

/** Day 0 was a Thursday; a week begins on Monday. */
const daysToSunday = (day: number): number => 6 - ((day + 3) % 7);

function byUrgency(one: WorkItem, other: WorkItem): number {
  const groups = workGroups.indexOf(one.group) - workGroups.indexOf(other.group);
  if (groups !== 0) return groups;
  const [due, otherDue] = [dueOf(one.dossier, one.clock) ?? '~', dueOf(other.dossier, other.clock) ?? '~'];
  return due === otherDue ? one.dossier.dossierId.localeCompare(other.dossier.dossierId) : due < otherDue ? -1 : 1;
}

function groupByDossier(clocks: readonly ClockLine[]): Map<string, ClockLine[]> {
  const groups = new Map<string, ClockLine[]>();
  for (const clock of clocks) {
    const group = groups.get(clock.dossierId);
    if (group === undefined) groups.set(clock.dossierId, [clock]);
    else group.push(clock);
  }
  return groups;
}
