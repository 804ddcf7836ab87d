import type { InstitutionalFigure, InstitutionalKind } from '@motcua/contracts';

/** What a person enters of each kind beside validity and evidence: two counts, a yes or no, or two texts. */
export const entryFields = {
  'modern-one-stop': [],
  mailboxes: ['issued', 'entitled'],
  'iso-9001': [],
  'through-one-stop': ['received', 'all'],
  'e-document-schools': ['connected', 'all'],
  'planning-opinions': ['answered', 'asked'],
  'network-dossiers': ['handled', 'all'],
  petitions: ['received', 'answeredOnTime'],
} as const satisfies Readonly<Record<InstitutionalKind, readonly string[]>>;
export type CountField = (typeof entryFields)[InstitutionalKind][number];

/** Figures of the report whose id is not the kind that they are made of. */
const others: Readonly<Record<string, InstitutionalKind>> = {
  'network.district': 'network-dossiers',
  'network.commune': 'network-dossiers',
  'mailboxes.district': 'mailboxes',
  'mailboxes.commune': 'mailboxes',
};

/** The kind behind a figure of the report; undefined: it is counted, not entered. */
export const findKind = (figure: string): InstitutionalKind | undefined =>
  others[figure] ?? (Object.keys(entryFields) as InstitutionalKind[]).find((kind) => kind === figure);

/** As far as it was filled in. */
export interface EntryDraft {
  readonly unit: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly counts: Partial<Record<CountField, number>>;
  readonly modern: boolean;
  readonly standard: string;
  readonly scope: string;
  readonly documentNumber: string;
  readonly documentDate: string | null;
  readonly fileName: string;
  readonly fileHref: string;
}

/** @returns undefined while something is wanting */
export function toFigure(kind: InstitutionalKind, draft: EntryDraft): InstitutionalFigure | undefined {
  const { unit, validFrom, validTo, counts, modern, standard, scope, documentNumber, documentDate, fileName, fileHref } = draft;
  if (validFrom === null || documentDate === null || documentNumber.trim() === '') return undefined;
  if (entryFields[kind].some((field) => counts[field] === undefined)) return undefined;
  const file = fileHref.trim() === '' ? {} : { file: { name: fileName.trim() || fileHref.trim(), href: fileHref.trim() } };
  const evidence = [{ documentNumber: documentNumber.trim(), date: documentDate, ...file }];
  const common = { unit, validFrom, validTo, evidence };
  if (kind === 'modern-one-stop') return { kind, ...common, modern };
  if (kind === 'iso-9001') {
    if (standard.trim() === '' || scope.trim() === '') return undefined;
    return { kind, ...common, standard: standard.trim(), scope: scope.trim() };
  }
  // Every count of the kind is there, and the API checks once more.
  return { kind, ...common, ...counts } as InstitutionalFigure;
}
