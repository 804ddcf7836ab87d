import type { WorkingCalendar } from '@motcua/calendar';
import { hasSameDue, decide, evolve, isRefusal, toPresent, type DossierEvent, type KnownDossier } from '@motcua/dossier';
import { contextForRedating } from '../dossiers/decision-contexts.ts';
import type { ReferenceData } from '../reference/reference-data.ts';

export const changeReason = 'calendar-changed';

/** A dossier of which a new version of its calendar moves a due moment. */
export interface Move {
  readonly before: KnownDossier;
  readonly event: DossierEvent;
  readonly after: KnownDossier;
}

export interface MoveParts {
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly calendar: WorkingCalendar;
}

/**
 * What a new version of the calendar does to a dossier; undefined: it stays as it is. Only what is open moves, and only where a due
 * moment is another one then. A due that was supplied from outside is not ours to move; one that a pause holds is counted when the
 * pause ends, with the days as they are known by then.
 */
export function findMove({ data, now, calendar }: MoveParts, dossier: KnownDossier): Move | undefined {
  if (!isMovable(dossier) || !isOlder(dossier.setting.calendar, calendar) || hasSameDue(dossier, calendar)) return undefined;
  const occurredAt = toPresent(dossier, now);
  const resolved = contextForRedating(data, now, dossier, occurredAt, calendar);
  if ('missing' in resolved) return undefined;
  const decision = decide(dossier, { type: 'redate', reasonCode: changeReason, occurredAt }, resolved.context);
  if (isRefusal(decision)) return undefined;
  const [event] = decision;
  if (event === undefined) return undefined;
  const after = evolve(dossier, event);
  return after.status === 'none' ? undefined : { before: dossier, event, after };
}

const isMovable = ({ receipt, end }: KnownDossier): boolean => receipt !== null && receipt.suppliedDue === null && end === null;

const isOlder = (given: KnownDossier['setting']['calendar'], { id, version }: WorkingCalendar): boolean =>
  given.id === id && given.version < version;
