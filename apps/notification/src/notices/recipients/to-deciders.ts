import type { NotifiableEvent } from '../events/notifiable-event.ts';
import type { UnitDirectory } from '../../people/unit-directory.ts';

/**
 * The event with the path along which those who can decide on it are looked for: of a unit that was proposed, they stand above both it
 * and the one that is responsible; of anything else in the responsible unit or above.
 */
export function toDeciders<Event extends Pick<NotifiableEvent, 'path' | 'proposal'>>(
  event: Event,
  directory: UnitDirectory,
): Event {
  const unit = event.proposal?.unit ?? null;
  if (unit === null) return event;
  const other = directory.pathOf(unit).slice(0, -1);
  return { ...event, path: event.path.slice(0, -1).filter((code) => other.includes(code)) };
}
