import type { DecisionContext } from '../decision-context.ts';
import type { Setting } from '../state/dossier.ts';

/** The rules and the calendar of the context, as the dossier remembers them. */
export function toSetting({ ruleSet, calendar }: DecisionContext): Setting {
  return { ruleSet: ruleSet.code, calendar: { id: calendar.id, version: calendar.version }, timeZone: calendar.timeZone };
}
