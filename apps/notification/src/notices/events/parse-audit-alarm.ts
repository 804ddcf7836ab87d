import { AuditAlarm } from '@motcua/contracts';
import { deadLetter, ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';

/** An alarm about somebody of a unit: there is somebody to tell. */
export type UnitAlarm = AuditAlarm & { readonly unit: string };

/** A message of `audit.alarms.v1`. */
export function stepAuditAlarm({ value }: Pick<IncomingMessage, 'value'>): StepResult<UnitAlarm> {
  let body: unknown;
  try {
    body = JSON.parse(value?.toString('utf8') ?? '');
  } catch {
    return deadLetter('not-json', 'parse');
  }
  const alarm = AuditAlarm.safeParse(body);
  if (!alarm.success) return deadLetter('invalid', 'validate');
  const { unit } = alarm.data;
  return unit === null ? skip('of-no-unit') : ok({ ...alarm.data, unit });
}
