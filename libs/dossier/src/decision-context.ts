import type { WorkingCalendar } from '@motcua/calendar';
import type { Instant, OfficerStanding, ProcedureTerms, ResponsibleUnit, RuleSet } from './vocabulary.ts';

/** Everything a decision may look at beside the dossier: nothing is fetched, nothing is read from a clock. */
export interface DecisionContext {
  readonly now: Instant;
  /** Who asks, by subject: a proposal remembers it, so that another person decides on it; an event does, so that they may take it back. */
  readonly actor?: string | undefined;
  /** The calendar that counts for the dossier: the version it goes by, or a newer one that moves none of its due moments. */
  readonly calendar: WorkingCalendar;
  /** The rule set in force on the date of receipt. */
  readonly ruleSet: RuleSet;
  /** The unit the command names, on that day; absent where it names none or none is known. */
  readonly unit?: ResponsibleUnit | undefined;
  /** The procedure the command names, on that day; absent where it names none or none is known. */
  readonly procedure?: ProcedureTerms | undefined;
  /** What the officer whom the command names is to the unit; absent where it names none. */
  readonly officer?: OfficerStanding | undefined;
}
