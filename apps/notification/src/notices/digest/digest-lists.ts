import { toLocalDate } from '@motcua/calendar';
import type { DigestDay } from './digest-day.ts';

/** An open dossier as a digest needs it. */
export interface OpenDossier {
  readonly dossier_id: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly procedure: string;
  readonly unit: string;
  readonly handling_unit: string;
  readonly officer: string | null;
  readonly current_due: Date | null;
  readonly late_from: Date | null;
  readonly is_waiting: boolean;
  readonly time_zone: string;
  /** Its newest event came by an import. */
  readonly from_import: boolean;
}

export interface DigestLine {
  readonly code: string;
  readonly procedure: string;
  readonly due: string | null;
}

export interface DigestLists {
  readonly overdue: readonly DigestLine[];
  readonly dueToday: readonly DigestLine[];
  readonly dueTomorrow: readonly DigestLine[];
  readonly waiting: readonly DigestLine[];
}

type ListName = keyof DigestLists;

/** Sorts dossiers into the lists of a digest, each by its due moment. A dossier stands in one list: what waits for the citizen waits. */
export function toDigestLists(
  dossiers: readonly OpenDossier[],
  { date, nextWorkingDate, now, nameOf }: DigestDay & { readonly now: number; readonly nameOf: (procedure: string) => string },
): DigestLists {
  const lists: Record<ListName, DigestLine[]> = { overdue: [], dueToday: [], dueTomorrow: [], waiting: [] };
  const sorted = dossiers.toSorted((left, right) => momentOf(left) - momentOf(right));
  for (const dossier of sorted) {
    const list = findList(dossier, { date, nextWorkingDate }, now);
    if (list !== undefined) lists[list].push(toLine(dossier, nameOf));
  }
  return lists;
}

export const isEmpty = (lists: DigestLists): boolean =>
  Object.values(lists).every((list: readonly DigestLine[]) => list.length === 0);

function findList(dossier: OpenDossier, { date, nextWorkingDate }: DigestDay, now: number): ListName | undefined {
  const { is_waiting: isWaiting, late_from: lateFrom, current_due: due, time_zone: timeZone } = dossier;
  if (isWaiting) return 'waiting';
  if (lateFrom !== null && lateFrom.getTime() <= now) return 'overdue';
  if (due === null) return undefined;
  const dueDate = toLocalDate(timeZone, due.getTime());
  if (dueDate <= date) return 'dueToday';
  return dueDate <= nextWorkingDate ? 'dueTomorrow' : undefined;
}

const momentOf = ({ current_due: due }: OpenDossier): number => due?.getTime() ?? Infinity;

const toLine = (dossier: OpenDossier, nameOf: (procedure: string) => string): DigestLine => ({
  code: dossier.code ?? dossier.source_code ?? dossier.dossier_id,
  procedure: nameOf(dossier.procedure),
  due: dossier.current_due?.toISOString() ?? null,
});
