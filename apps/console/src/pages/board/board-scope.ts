import type { Organisation } from '../../scope/organisation.ts';
import type { Period } from '../../scope/periods.ts';

/** What all parts of a board are about. */
export interface BoardScope {
  readonly unit: string;
  readonly period: Period;
  /** ISO 8601; undefined: the present, and moving. */
  readonly asOf: string | undefined;
  /** Undefined: under the units that owned the dossiers. */
  readonly organisation: Organisation | undefined;
}

/** The same as the API is asked for it. */
export const toBoardRequest = ({ unit, period, asOf, organisation }: BoardScope) => ({ unit, ...period, asOf, organisation });
