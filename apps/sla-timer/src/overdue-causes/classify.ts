import { classifyOverdue, type OverdueCause } from '@motcua/sla';
import type { DossierRow } from '../dossiers/dossier-row.ts';
import type { ReferenceData } from '../reference/reference-data.ts';

export interface ClassifyRequest {
  readonly row: DossierRow;
  readonly now: number;
  /** Its breach was announced, or an earlier overdue cause says that it was overdue: then an end in time, learnt late, has its cause too. */
  readonly wasShown: boolean;
}

/** Why a dossier is, or was shown, overdue; null: it is not and was not. */
export function classify(data: ReferenceData, { row, now, wasShown }: ClassifyRequest): OverdueCause | null {
  const { receivedAt, due, lateFrom, endedAt, finishedInFileAt: _file, touches, ...rest } = row.facts;
  if (receivedAt === null || due === null || lateFrom === null) return null;
  if ((endedAt ?? now) < lateFrom && !wasShown) return null;
  const calendar = data.findCalendar({ id: row.calendarId, version: row.calendarVersion });
  if (calendar === undefined) return null;
  const toleranceMinutes = data.findTolerance(row.path, now);
  return classifyOverdue({ ...rest, calendar, receivedAt, due, lateFrom, endedAt, touches, toleranceMinutes, now });
}
