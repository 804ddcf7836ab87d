/** A reason of the catalogue, as far as commands need it. */
export interface Reason {
  readonly code: string;
  /** Commands it may be given for; none: it stands in imported events alone. */
  readonly commands: readonly string[];
  /** Whether the command must say more in words. */
  readonly asksText: boolean;
  readonly legacyCodes?: readonly LegacyReasonCode[] | undefined;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What a source writes for a reason; without a source: any. */
export interface LegacyReasonCode {
  readonly source?: string | undefined;
  readonly code: string;
}

/** What a source reported as a reason and none of the catalogue's. */
export const OTHER = 'other';
/** What is recorded where a source gave no reason. */
export const UNSPECIFIED = 'unspecified';
