import type { WorkingCalendar } from '@motcua/calendar';
import type { PauseReason, PauseRule, ProcedureDocument, UnitDocument } from '@motcua/contracts';
import type { WorkingClock } from './working-clock.ts';

/** What the scenario happens in: reference data as of 2022, nothing of its own. */
export interface ScenarioWorld {
  readonly calendar: WorkingCalendar;
  readonly clock: WorkingClock;
  readonly pauseRules: Readonly<Record<PauseReason, PauseRule>>;
  readonly procedures: ReadonlyMap<string, ProcedureDocument>;
  readonly district: UnitDocument;
  readonly communes: readonly UnitDocument[];
  readonly departments: readonly UnitDocument[];
}

export function getProcedure({ procedures }: ScenarioWorld, code: string): ProcedureDocument {
  const procedure = procedures.get(code);
  if (procedure === undefined) throw new Error(`The catalogue has no procedure ${code} for 2022.`);
  return procedure;
}
