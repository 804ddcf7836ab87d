import type { Document, Share } from '../vocabulary.ts';

export type UnitKind = 'province' | 'district-office' | 'commune' | 'department';

export interface ReportUnit {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en?: string | undefined };
  readonly kind: UnitKind;
}

interface Entered {
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly evidence: readonly Document[];
}

/** What was entered, by kind. */
export type InstitutionalDocument = Entered &
  (
    | { readonly kind: 'modern-one-stop'; readonly modern: boolean }
    | { readonly kind: 'network-dossiers'; readonly handled: number; readonly all: number }
    | { readonly kind: 'mailboxes'; readonly issued: number; readonly entitled: number }
    | { readonly kind: 'iso-9001'; readonly standard: string }
    | { readonly kind: 'through-one-stop'; readonly received: number; readonly all: number }
    | { readonly kind: 'e-document-schools'; readonly connected: number; readonly all: number }
    | { readonly kind: 'planning-opinions'; readonly answered: number; readonly asked: number }
    | { readonly kind: 'petitions'; readonly received: number; readonly answeredOnTime: number }
  );

export type InstitutionalKind = InstitutionalDocument['kind'];

/** A counting entry of the catalogue. */
export interface InstitutionalEntry {
  readonly version: number;
  readonly document: InstitutionalDocument;
}

/** What an entry says: a yes or no counts as one of one. */
export function partsOf(document: InstitutionalDocument): Share {
  switch (document.kind) {
    case 'modern-one-stop':
      return { numerator: document.modern ? 1 : 0, denominator: 1 };
    case 'iso-9001':
      return { numerator: document.standard.includes('9001:2015') ? 1 : 0, denominator: 1 };
    case 'network-dossiers':
      return { numerator: document.handled, denominator: document.all };
    case 'mailboxes':
      return { numerator: document.issued, denominator: document.entitled };
    case 'through-one-stop':
      return { numerator: document.received, denominator: document.all };
    case 'e-document-schools':
      return { numerator: document.connected, denominator: document.all };
    case 'planning-opinions':
      return { numerator: document.answered, denominator: document.asked };
    case 'petitions':
      return { numerator: document.answeredOnTime, denominator: document.received };
  }
}
