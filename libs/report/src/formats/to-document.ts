import { showCount, showDate } from '../text/words.ts';
import type { Language, Period } from '../vocabulary.ts';
import { documentWords } from './document-words.ts';

/** What a document needs of a figure. */
export interface DocumentFigure {
  readonly label: string;
  readonly shown: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly indicator: string;
  readonly version: number;
  readonly definition: { readonly vi: string; readonly en?: string | undefined };
  readonly missing: string | null;
  readonly compared?: { readonly shown: string } | undefined;
}

/** What a document needs of a report. */
export interface DocumentSource {
  readonly unitName: string;
  readonly period: Period;
  readonly comparedWith: Period | null;
  readonly language: Language;
  readonly paragraphs: readonly string[];
  readonly figures: readonly DocumentFigure[];
  readonly further: readonly DocumentFigure[];
  readonly remarks: readonly { readonly text: string }[];
  readonly link?: string | undefined;
}

/** What a document needs of a recommendation; days are local dates. */
export interface DocumentRecommendation {
  readonly words: string;
  /** The name of the unit, not its code. */
  readonly owner: string;
  readonly due: string;
  readonly status: 'open' | 'in-progress' | 'done';
  readonly source: { readonly documentNumber: string; readonly date: string };
  readonly steps: readonly { readonly evidence: readonly { readonly documentNumber: string; readonly date: string }[] }[];
}

export interface DocumentTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report as it is laid on paper, whatever writes it there. */
export interface ReportDocument {
  readonly title: string;
  readonly subject: string;
  /** Of whom, of when: a name and its value. */
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly tables: readonly DocumentTable[];
  readonly remarks: { readonly heading: string; readonly items: readonly string[]; readonly none: string };
  /** Where whoever signs in finds this very report; absent: not known. */
  readonly link?: { readonly label: string; readonly href: string };
  /** Where the day is written by hand. */
  readonly date: string;
  readonly signatures: readonly { readonly who: string; readonly how: string }[];
}

/** @param asOf the moment of the figures, in words @param recommendations those of the unit, followed up */
export function toDocument(
  report: DocumentSource,
  asOf: string,
  recommendations: readonly DocumentRecommendation[] = [],
): ReportDocument {
  const { language, unitName, period, comparedWith, paragraphs, figures, further, remarks } = report;
  const words = documentWords[language];
  const known = further.filter(({ missing }) => missing === null);
  const show = (days: Period): string => `${showDate(days.from, language)} – ${showDate(days.to, language)}`;
  const toTable = (heading: string, of: readonly DocumentFigure[]): DocumentTable => ({
    heading,
    columns: toColumns(comparedWith !== null, language),
    rows: of.map((figure) => toRow(figure, comparedWith !== null, language)),
  });
  return {
    title: words.title,
    subject: words.subject,
    about: [
      [words.unit, unitName],
      [words.period, show(period)],
      ...(comparedWith === null ? [] : [[words.comparedWith, show(comparedWith)] as const]),
      [words.asOf, asOf],
    ],
    paragraphs,
    tables: [
      toTable(words.figures, figures),
      ...(known.length === 0 ? [] : [toTable(words.further, known)]),
      ...(recommendations.length === 0 ? [] : [toFollowUp(recommendations, language)]),
    ],
    ...(report.link === undefined ? {} : { link: { label: words.online, href: report.link } }),
    remarks: { heading: words.remarks, items: remarks.map(({ text }) => text), none: words.noRemarks },
    date: words.date,
    signatures: words.signatures,
  };
}

/** What became of what was recommended: the next report begins where the last one ended. */
function toFollowUp(recommendations: readonly DocumentRecommendation[], language: Language): DocumentTable {
  const words = documentWords[language];
  const { recommendation, owner, due, status, evidence } = words.followUp;
  const show = ({ documentNumber, date }: { readonly documentNumber: string; readonly date: string }): string =>
    `${documentNumber} (${showDate(date, language)})`;
  return {
    heading: words.recommendations,
    columns: [recommendation, owner, due, status, evidence],
    rows: recommendations.map((one) => [
      `${one.words} (${show(one.source)})`,
      one.owner,
      showDate(one.due, language),
      words.statuses[one.status],
      (one.steps.at(-1)?.evidence ?? []).map(show).join('; ') || '–',
    ]),
  };
}

function toColumns(isCompared: boolean, language: Language): string[] {
  const { figure, value, parts, rule, other } = documentWords[language].columns;
  return [figure, value, parts, ...(isCompared ? [other] : []), rule];
}

function toRow({ label, shown, compared, ...figure }: DocumentFigure, isCompared: boolean, language: Language): string[] {
  const { numerator, denominator, definition, indicator, version } = figure;
  const parts =
    numerator === null || denominator === null ? '–' : `${showCount(numerator, language)} / ${showCount(denominator, language)}`;
  const other = isCompared ? [compared?.shown ?? '–'] : [];
  return [label, shown, parts, ...other, `${definition[language] ?? definition.vi} (${indicator}, v${version})`];
}
