import { dueMoment, type WorkingCalendar } from '@motcua/calendar';
import { findDossierEventName, type DossierSnapshot, type HistoryEntry, type ProcedureDocument } from '@motcua/contracts';
import type { HandOver } from '@motcua/forms';

export interface HandOverParts {
  /** The steps that stand, oldest first. */
  readonly steps: readonly HistoryEntry[];
  readonly dossier: DossierSnapshot;
  /** undefined: what a step may take is not known. */
  readonly calendar: WorkingCalendar | undefined;
  readonly procedureSteps: ProcedureDocument['steps'];
  /** The name of a unit on paper. */
  readonly nameOf: (unit: string) => string;
  /** Where results are handed over. */
  readonly counter: string;
}

interface Stay {
  readonly unit: string;
  /** undefined: the counter. */
  readonly code?: string;
  readonly from: number;
  until: number | null;
  /** It waits to be fetched: nothing is to be done. */
  readonly isResult?: true;
  /** Which step of the procedure it is, and since when: where a reform changed who has it, the step goes on. */
  readonly place: number;
  readonly placeFrom: number;
}

/** `change.reform` of a `reassigned`. */
interface ReformMove {
  readonly id: string;
  readonly fromHandlingUnit: string;
  readonly toHandlingUnit: string;
  readonly takenBack: boolean;
}

/** Who had a dossier, from its receipt to its end: the rows of the control slip. */
export function toHandOvers(parts: HandOverParts): readonly HandOver[] {
  const stays = toStays(parts);
  const lastAtWork = stays.findLastIndex(({ isResult }) => isResult !== true);
  return stays.map((stay, index): HandOver => ({
    unit: stay.unit,
    from: stay.from,
    until: stay.until,
    due: stay.isResult === true ? null : findDue(parts, stay, index === lastAtWork),
    ...(stay.isResult === true ? { note: stay.until === null ? 'Chờ trả kết quả' : 'Trả kết quả' } : {}),
  }));
}

function toStays({ steps, nameOf, counter }: HandOverParts): readonly Stay[] {
  const undone = new Set(steps.flatMap((step) => findReform(step) ?? []).flatMap(({ id, takenBack }) => (takenBack ? [id] : [])));
  let stays: Stay[] = [];
  let places = 0;
  const close = (at: number): void => {
    const open = stays.at(-1);
    if (open?.until === null) open.until = at;
  };
  const begin = (from: number, who: Pick<Stay, 'unit' | 'code' | 'isResult'>): void => {
    close(from);
    stays.push({ ...who, from, until: null, place: places, placeFrom: from });
    places += 1;
  };
  for (const step of steps) {
    const at = Date.parse(step.occurredAt);
    const code = String(step.change['toUnit']);
    const reform = findReform(step);
    switch (findDossierEventName(step.type)) {
      case 'received':
        begin(at, { unit: counter });
        break;
      case 'transferred':
        begin(at, { unit: nameOf(code), code });
        break;
      case 'reassigned':
        if (reform !== undefined && !undone.has(reform.id)) stays = follow(stays, { ...reform, at, nameOf });
        break;
      case 'processed':
        begin(at, { unit: counter, isResult: true });
        break;
      case 'returned':
      case 'refused':
      case 'stopped':
        close(at);
        break;
      default:
    }
  }
  return stays;
}

/** By its contract; a reassignment by an officer has none, and leaves the dossier with whom it is. */
const findReform = ({ change }: HistoryEntry): ReformMove | undefined => change['reform'] as ReformMove | undefined;

interface Following extends Pick<ReformMove, 'fromHandlingUnit' | 'toHandlingUnit'>, Pick<HandOverParts, 'nameOf'> {
  /** The first moment of the reform's day, epoch ms; it may be recorded long after what happened since. */
  readonly at: number;
}

/**
 * The unit that had the dossier when a reform was recorded had it up to the day of the reform, its successor from then on: the old unit
 * answers for what was due by then, and not for what came later. A unit that had handed it on keeps its row: nothing is said of who goes
 * on with that one.
 */
function follow(stays: readonly Stay[], { fromHandlingUnit, toHandlingUnit, at, nameOf }: Following): Stay[] {
  if (fromHandlingUnit === toHandlingUnit) return [...stays];
  const had = stays.findLast(({ isResult }) => isResult !== true)?.code;
  const successor = { unit: nameOf(toHandlingUnit), code: toHandlingUnit };
  return stays.flatMap((stay) => {
    const isOver = stay.until !== null && stay.until <= at;
    if (stay.isResult === true || stay.code !== had || isOver) return [stay];
    if (stay.from < at)
      return [
        { ...stay, until: at },
        { ...stay, ...successor, from: at },
      ];
    // What the counter received after that day is the counter's: papers are handed in there.
    return had === undefined ? [stay] : [{ ...stay, ...successor }];
  });
}

/** By the step’s own limit where the procedure has steps; whoever had it at last answers for the dossier’s due moment too. */
function findDue({ dossier, calendar, procedureSteps }: HandOverParts, stay: Stay, isLast: boolean): number | null {
  const ofDossier = isLast && dossier.currentDue !== null ? Date.parse(dossier.currentDue) : null;
  const limit = procedureSteps?.[stay.place]?.limit;
  if (limit === undefined || calendar === undefined) return ofDossier;
  const pauses = dossier.pauses.map(({ from, to }) => ({ from: Date.parse(from), to: to === null ? null : Date.parse(to) }));
  const counted = dueMoment(calendar, { receivedAt: stay.placeFrom, limit, pauses });
  const ofStep = counted.ok ? counted.dueAt : null;
  return ofStep === null || ofDossier === null ? (ofStep ?? ofDossier) : Math.min(ofStep, ofDossier);
}
