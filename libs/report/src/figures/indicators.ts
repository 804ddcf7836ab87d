import type { Wording } from '../vocabulary.ts';
import { definitions, type FigureId } from './definitions.ts';
import { institutionalRules } from './institutional-rules.ts';

/** The definition of a figure that no board counts, in the words of the registry of indicators. */
export interface ReportIndicator {
  readonly id: FigureId;
  readonly version: number;
  /** Local dates, inclusive; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** `rating`: counted from ratings; `institutional`: entered with documents. */
  readonly kind: 'rating' | 'institutional';
  readonly name: Wording;
  readonly formula: Wording;
  /** Law or document the definition comes from. */
  readonly source: string;
}

const set766 = { validFrom: '2022-06-23', source: 'QĐ 766/QĐ-TTg 23/6/2022' };
const supervision = { validFrom: '2018-06-23', source: 'Giám sát cải cách hành chính huyện Thanh Ba, 10 tháng năm 2022' };
const own = { validFrom: '2018-06-23', source: 'Motcua' };

const origins: Readonly<Partial<Record<FigureId, { readonly validFrom: string; readonly source: string }>>> = {
  petitions: { ...set766, source: `${set766.source}, 5.2` },
  satisfaction: { ...set766, source: `${set766.source}, 5.4` },
  'e-document-schools': own,
  'planning-opinions': own,
};

const define = (id: FigureId, version: number, kind: ReportIndicator['kind']): ReportIndicator => {
  const { label: name, definition: formula } = definitions[id];
  return { id, version, validTo: null, kind, name, formula, ...(origins[id] ?? supervision) };
};

export const satisfaction = define('satisfaction', 1, 'rating');

/** What the report adds to the indicators of the boards: satisfaction, and what is entered with its documents. */
export const reportIndicators: readonly ReportIndicator[] = [
  satisfaction,
  ...institutionalRules.map(({ id, version }) => define(id, version, 'institutional')),
];

export const findReportIndicator = (id: string): ReportIndicator | undefined =>
  reportIndicators.find((indicator) => indicator.id === id);
