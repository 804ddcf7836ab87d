import type { WorkingCalendar } from '@motcua/calendar';
import type { KnownDossier } from '../state/dossier.ts';
import { findDueDates } from './find-due-dates.ts';

/**
 * Whether the dossier's due moments, as things stand, are the same under another version of its calendar. Where a pause holds them
 * there is nothing to move: they are counted when it ends.
 */
export function hasSameDue(dossier: KnownDossier, calendar: WorkingCalendar): boolean {
  const counted = findDueDates(dossier, calendar);
  if (!counted.ok) return false;
  const { originalDue, currentDue, due766 } = counted.clock;
  const { clock } = dossier;
  return clock.originalDue === originalDue && clock.currentDue === currentDue && clock.due766 === due766;
}
