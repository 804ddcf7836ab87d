import type { UnitDirectory } from '../../people/unit-directory.ts';
import { aboutUnit, type NotifiableEvent } from './notifiable-event.ts';
import type { UnitAlarm } from './parse-audit-alarm.ts';

/** An alarm as something to notify of: one an hour of each person and service, however often it was said. */
export function toAlarmNews(
  { service, sub, unit, subjects, at }: UnitAlarm,
  directory: Pick<UnitDirectory, 'pathOf' | 'timeZoneOf'>,
): NotifiableEvent {
  return {
    id: `audit/${service}/${sub}/${at.slice(0, 13)}`,
    name: 'audit.mass-look-up',
    why: service,
    ...aboutUnit(unit),
    path: directory.pathOf(unit),
    timeZone: directory.timeZoneOf(unit),
    recordedAt: Date.parse(at),
    variables: { reader: sub, subjects, noticed: at },
    body: null,
  };
}
