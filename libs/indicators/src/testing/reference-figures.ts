import type { IndicatorId } from '../definitions/registry.ts';
import type { LocalDays } from '../instant.ts';
import type { DossierState } from '../intervals/dossier-state.ts';
import type { Responsibility } from '../intervals/responsibility.ts';
import type { OverdueCauseCode, OverdueCause } from '../intervals/overdue-cause.ts';

/** The documents of a dossier one by one: what is there of each component, and of each result whether it has a file. */
export interface ReferenceDocuments {
  readonly components: readonly ('missing' | 'scanned' | 'reused' | 'exempt')[];
  readonly results: readonly ('missing' | 'scanned' | 'signed')[];
}

/** A dossier as it ended up: what is counted of it, who was responsible when, the overdue cause that holds, and its documents by now. */
export interface ReferenceDossier {
  readonly state: DossierState;
  readonly history: readonly Responsibility[];
  readonly overdueCause?: OverdueCause | null;
  /** null: no checklist is known. */
  readonly documents?: ReferenceDocuments | null;
}

/**
 * The formulas of the definitions, dossier by dossier and word by word, written apart from measures, responsibility intervals and flows: what every
 * figure has to equal. A period of one zone, seen at `asOf`.
 */
export interface View {
  readonly zone: string;
  readonly from: number;
  readonly length: number;
  readonly asOf: number;
  readonly unit: string;
}

export function referenceFigures(
  dossiers: readonly ReferenceDossier[],
  view: View,
  days: LocalDays,
): Record<IndicatorId, number | [number, number]> {
  const { zone, from, length, asOf, unit } = view;
  const start = days.startOf(zone, from);
  const close = days.startOf(zone, from + length);
  const closed = asOf >= close;
  const E = closed ? close : asOf;
  const dateOfE = closed ? from + length - 1 : days.dayOf(zone, asOf);
  const happened = (at: number): boolean => at < close && at <= asOf;

  const here = dossiers
    .filter(({ state }) => state.timeZone === zone && state.receivedAt !== null)
    .map((dossier) => withEnd(dossier));
  const received = here.filter(
    (it) => happened(it.receivedAt) && it.receivedAt >= start && isIn(unit, responsibleAt(it.history, it.receivedAt)),
  );
  const F = here.filter(
    (it) =>
      it.end !== null && happened(it.end) && it.end >= start && isIn(unit, responsibleBefore(it.history, it.receivedAt, it.end)),
  );
  const O = here.filter(
    (it) => happened(it.receivedAt) && (it.end === null || !happened(it.end)) && isIn(unit, responsibleWhenSeen(it, closed, E)),
  );
  const begun = asOf >= start;
  const carried = begun
    ? here.filter(
        (it) =>
          it.receivedAt < start &&
          (it.end === null || it.end >= start) &&
          isIn(unit, responsibleAt(it.history, it.end === start ? start - 1 : start)),
      )
    : O;

  const late = (it: Ended, rule: 'set766' | 'original' | 'current'): boolean => {
    const lateFrom = it.state.lateFrom[rule];
    return lateFrom !== null && (it.state.endedAt ?? NaN) >= lateFrom;
  };
  const overdue = (it: Ended, rule: 'set766' | 'original' | 'current'): boolean => {
    const lateFrom = it.state.lateFrom[rule];
    return lateFrom !== null && E >= lateFrom;
  };
  const dueDate = (it: Ended): number | null => (it.state.currentDue === null ? null : days.dayOf(zone, it.state.currentDue));
  const endDate = (it: Ended): number => days.dayOf(zone, it.state.endedAt ?? NaN);
  const count = (list: readonly Ended[], keep: (it: Ended) => boolean = () => true): number => list.filter(keep).length;
  const online = (level?: string) => (it: Ended) =>
    it.state.channel === 'online' && (level === undefined || it.state.serviceLevel === level);
  const classified = (cause?: OverdueCauseCode): number =>
    here.filter(({ overdueCause, ...it }) => {
      if (overdueCause === undefined || overdueCause === null || (cause !== undefined && overdueCause.cause !== cause))
        return false;
      const { overdueSince } = overdueCause;
      return happened(overdueSince) && overdueSince >= start && isIn(unit, responsibleWhenDue(it, overdueSince));
    }).length;
  const withDocuments = F.flatMap(({ documents }) => documents ?? []);
  const asking = withDocuments.filter(({ components }) => components.some((component) => component !== 'exempt'));
  const prescribing = withDocuments.filter(({ results }) => results.length > 0);
  const pastDue = (it: Ended): boolean => (dueDate(it) ?? Infinity) < dateOfE;

  return {
    'on-time.766': [count(F, (it) => !late(it, 'set766')) + count(O, (it) => !overdue(it, 'set766')), F.length + O.length],
    'on-time.ii06a': [count(F, (it) => endDate(it) <= (dueDate(it) ?? Infinity)), F.length],
    'on-time.closed': [count(F, (it) => !late(it, 'current')), F.length],
    'on-time.with-backlog': [count(F, (it) => !late(it, 'current')), F.length + count(O, (it) => overdue(it, 'current'))],
    'on-time.original-due': [
      count(F, (it) => !late(it, 'original')) + count(O, (it) => !overdue(it, 'original')),
      F.length + O.length,
    ],
    'no-due': count(F, (it) => it.state.noDue) + count(O, (it) => it.state.noDue),
    received: received.length,
    'carried-over': carried.length,
    finished: F.length,
    'finished.early': count(F, (it) => endDate(it) < (dueDate(it) ?? -Infinity)),
    'finished.on-time': count(F, (it) => dueDate(it) === null || endDate(it) === dueDate(it)),
    'finished.late': count(F, (it) => endDate(it) > (dueDate(it) ?? Infinity)),
    open: O.length,
    'open.within': count(O, (it) => !pastDue(it)),
    'open.overdue': count(O, pastDue),
    'online.filed': [count(received, online()), received.length],
    'online.full': [count(received, online('full')), received.length],
    'online.partial': [count(received, online('partial')), received.length],
    'digitized.dossiers': [
      prescribing.filter(({ components, results }) => ![...components, ...results].includes('missing')).length,
      withDocuments.length,
    ],
    'digitized.components': [asking.filter(({ components }) => !components.includes('missing')).length, asking.length],
    'digitized.results': [prescribing.filter(({ results }) => !results.includes('missing')).length, prescribing.length],
    'digitized.signed': [prescribing.filter(({ results }) => results.includes('signed')).length, prescribing.length],
    'digitized.reused': [asking.filter(({ components }) => components.includes('reused')).length, asking.length],
    'overdue.by-cause': classified(),
    'overdue.real': classified('real'),
    'overdue.sync-lag': classified('sync-lag'),
    'overdue.late-click': classified('late-click'),
    'overdue.waiting-citizen': classified('waiting-citizen'),
    'overdue.configuration': classified('configuration'),
    'overdue.calendar': classified('calendar'),
  };
}

interface Ended extends ReferenceDossier {
  readonly receivedAt: number;
  readonly end: number | null;
}

function withEnd(dossier: ReferenceDossier): Ended {
  const receivedAt = dossier.state.receivedAt ?? NaN;
  const { endedAt } = dossier.state;
  return { ...dossier, receivedAt, end: endedAt === null ? null : Math.max(endedAt, receivedAt) };
}

const isIn = (unit: string, responsibleUnit: Responsibility | undefined): boolean =>
  responsibleUnit?.path.includes(unit) ?? false;

const responsibleAt = (history: readonly Responsibility[], at: number): Responsibility | undefined =>
  history.filter(({ from }) => from === null || from <= at).at(-1);

/** Who was responsible when it ended: a move at that very moment comes too late, unless it is the moment of the receipt as well. */
const responsibleBefore = (history: readonly Responsibility[], receivedAt: number, end: number): Responsibility | undefined =>
  responsibleAt(history, end === receivedAt ? end : end - 1);

/** Who was responsible when the due moment passed; before the receipt whoever received it, after the end whoever ended it. */
const responsibleWhenDue = ({ history, receivedAt, end }: Ended, due: number): Responsibility | undefined =>
  end !== null && due >= end ? responsibleBefore(history, receivedAt, end) : responsibleAt(history, Math.max(due, receivedAt));

/** At a midnight that closes a period what happens at that very moment has not happened yet; at a moment within, it has. */
const responsibleWhenSeen = (it: Ended, closed: boolean, E: number): Responsibility | undefined =>
  responsibleAt(it.history, closed ? E - 1 : E);
