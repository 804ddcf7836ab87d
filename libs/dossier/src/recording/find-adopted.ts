import type { WorkingCalendar } from '@motcua/calendar';
import type { AdoptedCalendar } from '../state/dossier-event.ts';
import type { RecordedState } from '../state/dossier.ts';

/** The version a decision counted with, where it is newer than the one the dossier had: what was counted with it must be explained by it. */
export function findAdopted({ setting }: RecordedState, { id, version, timeZone }: WorkingCalendar): AdoptedCalendar | undefined {
  const isNewer = id === setting.calendar.id && version > setting.calendar.version;
  return isNewer ? { calendar: { id, version }, timeZone } : undefined;
}
