import type { Registered } from './reference-registry.ts';
import type { RejectedRow } from './source-row.ts';

export interface VerdictDifference {
  readonly sourceCode: string;
  readonly publisher: 'ONTIME' | 'OVERDUE';
  /** null: the system does not count the case at this moment. */
  readonly system: 'ONTIME' | 'OVERDUE' | null;
}

/** The publisher's verdicts against those of `on-time.766`, read back from the system. At most 20 differences are named. */
export interface VerdictComparison {
  readonly compared: number;
  readonly equal: number;
  readonly different: readonly VerdictDifference[];
}

/** What `motcua import --json` prints. On a second run `dossiers` and `events` are 0: both count what was added. */
export interface ImportReport {
  readonly rows: number;
  /** Dossiers that had events added. */
  readonly dossiers: number;
  /** Events added. */
  readonly events: number;
  /** Events the system had already. */
  readonly alreadyThere: number;
  readonly rejected: readonly RejectedRow[];
  readonly registered: Registered;
  readonly verdicts: VerdictComparison;
  readonly findings: { readonly endedBeforeReceived: number };
  readonly asOf: string;
  /** From the first row read to the last figure visible on the board. */
  readonly seconds: number;
  readonly rowsPerSecond: number;
}
