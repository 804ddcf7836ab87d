import type { InstitutionalFigure, ReferenceDocuments, ReferenceKind } from '@motcua/contracts';

/** What the catalogue keeps in versions: the kinds that dossiers are counted and handled by, and figures that no dossier tells. */
export type EntryKind = ReferenceKind | 'institutional-figures';
/** A document of any of these kinds. */
export type ReferenceDocument = ReferenceDocuments[ReferenceKind] | InstitutionalFigure;

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
  if ('evidence' in document) return toFigureCode(document);
  return 'code' in document ? document.code : document.id;
}

/** An institutional figure is one of its kind a unit. A kind holds no slash, so that two figures never share a code. */
export const toFigureCode = ({ kind, unit }: Pick<InstitutionalFigure, 'kind' | 'unit'>): string => `${kind}/${unit}`;

export function validityOf(document: ReferenceDocument): Validity {
  return 'validFrom' in document ? { validFrom: document.validFrom, validTo: document.validTo } : always;
}
