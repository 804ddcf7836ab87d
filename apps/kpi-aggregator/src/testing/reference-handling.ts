import type { Instant, LocalDays, Responsibility } from '@motcua/indicators';
import type { ReferenceDossier } from '@motcua/indicators/testing';
import type { HandlingCounts } from '@motcua/report';

interface Asked {
  /** Local days, the last inclusive. */
  readonly from: number;
  readonly to: number;
  readonly asOf: Instant;
  /** The row that a responsible unit counts in; undefined: in none of the report. */
  readonly rowOf: (holder: Responsibility, dossier: ReferenceDossier) => string | undefined;
}

/**
 * A report counted by hand, dossier by dossier, from the time at which each row had it: which rows a dossier was in, from when to when. It shares no code
 * with measures, cells, facts or their SQL.
 */
export function recountHandling(
  dossiers: readonly ReferenceDossier[],
  asked: Asked,
  days: LocalDays,
): Map<string, HandlingCounts> {
  const rows = new Map<string, Record<keyof HandlingCounts, number>>();
  const add = (row: string, ...names: (keyof HandlingCounts)[]): void => {
    const known = rows.get(row) ?? { ...zero };
    for (const name of names) known[name] += 1;
    rows.set(row, known);
  };
  for (const dossier of dossiers) for (const stay of listStays(dossier, asked)) countStay(stay, dossier, asked, days, add);
  return rows;
}

const zero: HandlingCounts = {
  receivedOnline: 0,
  receivedOtherwise: 0,
  carriedOver: 0,
  handedIn: 0,
  handedOut: 0,
  accounted: 0,
  finished: 0,
  finishedEarly: 0,
  finishedOnTime: 0,
  finishedLate: 0,
  open: 0,
  openWithin: 0,
  openOverdue: 0,
};

/** A time through which one row had the dossier without a break. */
interface Stay {
  readonly row: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly began: 'received' | 'handed over';
  readonly ended: 'finished' | 'handed over' | 'not yet';
}

function listStays(dossier: ReferenceDossier, { rowOf }: Asked): Stay[] {
  const { receivedAt, endedAt } = dossier.state;
  if (receivedAt === null) return [];
  const end = endedAt === null ? Infinity : Math.max(endedAt, receivedAt);
  // Who had it at the receipt, and then everybody who got it before the end.
  const first = dossier.history.filter(({ from }) => from === null || from <= receivedAt).at(-1) ?? dossier.history[0]!;
  const later = dossier.history.filter(({ from }) => from !== null && from > receivedAt && from < end && from !== first.from);
  const holders = [first, ...later].map((holder, index) => ({
    row: rowOf(holder, dossier),
    since: index === 0 ? receivedAt : (holder.from ?? NaN),
  }));
  const stays: Stay[] = [];
  let at = 0;
  while (at < holders.length) {
    const { row, since } = holders[at]!;
    let next = at + 1;
    while (next < holders.length && holders[next]!.row === row) next += 1;
    const isLast = next === holders.length;
    if (row !== undefined)
      stays.push({
        row,
        since,
        until: isLast ? end : holders[next]!.since,
        began: at === 0 ? 'received' : 'handed over',
        ended: isLast ? (endedAt === null ? 'not yet' : 'finished') : 'handed over',
      });
    at = next;
  }
  return stays;
}

function countStay(
  { row, since, until, began, ended }: Stay,
  { state }: ReferenceDossier,
  { from, to, asOf }: Asked,
  days: LocalDays,
  add: (row: string, ...names: (keyof HandlingCounts)[]) => void,
): void {
  const zone = state.timeZone;
  const start = days.startOf(zone, from);
  const close = days.startOf(zone, to + 1);
  const isOver = asOf >= close;
  const seen = (moment: Instant): boolean => moment <= asOf && moment < close;
  // A period that has not begun is carried what is open now, and nothing happens in it.
  const hasBegun = asOf >= start;
  if (!seen(since)) return;
  if (hasBegun && (until < start || (until === start && ended === 'handed over'))) return;
  if (!hasBegun && seen(until)) return;

  const isOld = !hasBegun || since < start || (since === start && began === 'handed over');
  if (isOld) add(row, 'carriedOver');
  else if (began === 'handed over') add(row, 'handedIn');
  else add(row, state.channel === 'online' ? 'receivedOnline' : 'receivedOtherwise');

  const dueDay = state.currentDue === null ? Infinity : days.dayOf(zone, state.currentDue);
  if (!seen(until) || ended === 'not yet') {
    const today = isOver ? to : days.dayOf(zone, asOf);
    add(row, 'accounted', 'open', today > dueDay ? 'openOverdue' : 'openWithin');
  } else if (ended === 'handed over') add(row, 'handedOut');
  else {
    const endDay = days.dayOf(zone, state.endedAt ?? NaN);
    const when = dueDay === Infinity || endDay === dueDay ? 'finishedOnTime' : endDay < dueDay ? 'finishedEarly' : 'finishedLate';
    add(row, 'accounted', 'finished', when);
  }
}
