import type { ReferenceDocuments, ReferenceKind } from '@motcua/contracts';

/** A document of any of the four kinds. */
export type ReferenceDocument = ReferenceDocuments[ReferenceKind];

/** One accepted version of an entry. */
export interface EntryVersion {
  readonly version: number;
  readonly recordedAt: string;
  /** The version that took its place; null: it counts. */
  readonly supersededBy: number | null;
  readonly document: ReferenceDocument;
}

/** First and last local day of a document; a calendar's last version counts for all days, so calendars have one validity. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

const always: Validity = { validFrom: '0001-01-01', validTo: null };

export function codeOf(document: ReferenceDocument): string {
  return 'code' in document ? document.code : document.id;
}

export function validityOf(document: ReferenceDocument): Validity {
  return 'validFrom' in document ? { validFrom: document.validFrom, validTo: document.validTo } : always;
}
