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
  readonly from: number;
  until: number | null;
  /** It waits to be fetched: nothing is to be done. */
  readonly isResult?: true;
}

/** Who had a dossier, from its receipt to its end: the rows of the control slip. */
export function toHandOvers(parts: HandOverParts): readonly HandOver[] {
  const stays = toStays(parts);
  const lastAtWork = stays.findLastIndex(({ isResult }) => isResult !== true);
  return stays.map((stay, index): HandOver => ({
    unit: stay.unit,
    from: stay.from,
    until: stay.until,
    due: stay.isResult === true ? null : findDue(parts, stay, index, index === lastAtWork),
    ...(stay.isResult === true ? { note: stay.until === null ? 'Chờ trả kết quả' : 'Trả kết quả' } : {}),
  }));
}

function toStays({ steps, nameOf, counter }: HandOverParts): readonly Stay[] {
  const stays: Stay[] = [];
  const close = (at: number): void => {
    const open = stays.at(-1);
    if (open?.until === null) open.until = at;
  };
  for (const { type, occurredAt, change } of steps) {
    const at = Date.parse(occurredAt);
    switch (findDossierEventName(type)) {
      case 'received':
        stays.push({ unit: counter, from: at, until: null });
        break;
      case 'transferred':
        close(at);
        stays.push({ unit: nameOf(String(change['toUnit'])), from: at, until: null });
        break;
      case 'processed':
        close(at);
        stays.push({ unit: counter, from: at, until: null, isResult: true });
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

/** By the step’s own limit where the procedure has steps; whoever had it at last answers for the dossier’s due moment too. */
function findDue(
  { dossier, calendar, procedureSteps }: HandOverParts,
  stay: Stay,
  index: number,
  isLast: boolean,
): number | null {
  const ofDossier = isLast && dossier.currentDue !== null ? Date.parse(dossier.currentDue) : null;
  const limit = procedureSteps?.[index]?.limit;
  if (limit === undefined || calendar === undefined) return ofDossier;
  const pauses = dossier.pauses.map(({ from, to }) => ({ from: Date.parse(from), to: to === null ? null : Date.parse(to) }));
  const counted = dueMoment(calendar, { receivedAt: stay.from, limit, pauses });
  const ofStep = counted.ok ? counted.dueAt : null;
  return ofStep === null || ofDossier === null ? (ofStep ?? ofDossier) : Math.min(ofStep, ofDossier);
}
