import { articleFigures, definitions, furtherFigures, type FigureId } from './figures/definitions.ts';
import { findShare, toMissing, type GivenFigure } from './figures/given-figure.ts';
import { findRemarks, type CauseCount, type Remark, type UnitShare } from './remarks/find-remarks.ts';
import { defaultTargets, type Target } from './remarks/targets.ts';
import { toText, type Passage } from './text/passage.ts';
import { writeComparison } from './text/write-comparison.ts';
import { writeEn } from './text/write-en.ts';
import { writeVi } from './text/write-vi.ts';
import { counterRatingsLeftOut, showFigure, type Figures } from './text/words.ts';
import type { EvidenceRow, FigureList, Language, Missing, Period, UnitName, Wording } from './vocabulary.ts';

export interface ReportInput {
  readonly unit: string;
  readonly unitName: string;
  readonly period: Period;
  /** ISO 8601: the moment the counted figures stand for. */
  readonly asOf: string;
  readonly language: Language;
  /** The given satisfaction leaves out ratings by a link that a counter made; the report says so. */
  readonly withoutCounterRatings?: boolean;
  /** What is not given counts as not collected. */
  readonly figures: readonly GivenFigure[];
  readonly compared?: { readonly period: Period; readonly figures: readonly GivenFigure[] } | undefined;
  /** Shares of each unit below, and overdue dossiers by cause, where known. */
  readonly units?: readonly UnitShare[];
  readonly causes?: readonly CauseCount[];
  /** The list behind those causes together. */
  readonly overdue?: FigureList;
  readonly targets?: Readonly<Partial<Record<FigureId, Target>>>;
}

interface Values {
  numerator: number | null;
  denominator: number | null;
  /** A fraction, unrounded; null: no data. */
  value: number | null;
  /** As the text shows it. */
  shown: string;
}

export interface ReportFigure extends Values {
  id: FigureId;
  label: string;
  indicator: string;
  version: number;
  definition: Wording;
  missing: Missing | null;
  evidence?: EvidenceRow[];
  without?: UnitName[];
  list?: FigureList;
  compared?: Values & { points: number | null };
}

export interface Report {
  unit: string;
  unitName: string;
  period: Period;
  comparedWith: Period | null;
  asOf: string;
  language: Language;
  /** Only where they are left out. */
  withoutCounterRatings?: true;
  /** The text, made of the figures below and nothing else. */
  paragraphs: string[];
  /** The same, each paragraph in pieces that tell which figure they are of. */
  passages: Passage[][];
  figures: ReportFigure[];
  further: ReportFigure[];
  remarks: Remark[];
}

/** The report: text, figures and remarks, all of the same numbers. */
export function toReport(input: ReportInput): Report {
  const { unit, unitName, period, asOf, language, compared } = input;
  const { units = [], causes = [], overdue, targets = defaultTargets, withoutCounterRatings = false } = input;
  const figures = byId(input.figures);
  const others = compared === undefined ? undefined : { period: compared.period, figures: byId(compared.figures) };
  const write = language === 'vi' ? writeVi : writeEn;
  const comparison = others === undefined ? undefined : writeComparison(figures, others, language);
  const toFigure = (id: FigureId): ReportFigure => toReportFigure(getFigure(figures, id), others?.figures, language);
  const passages = [
    write({ unitName, period }, figures),
    ...(withoutCounterRatings ? [[{ text: counterRatingsLeftOut[language], figure: null }]] : []),
    ...(comparison === undefined ? [] : [comparison]),
  ];
  return {
    unit,
    unitName,
    period,
    comparedWith: compared?.period ?? null,
    asOf,
    language,
    ...(withoutCounterRatings ? { withoutCounterRatings } : {}),
    paragraphs: passages.map(toText),
    passages,
    figures: articleFigures.map(toFigure),
    further: furtherFigures.map(toFigure),
    remarks: findRemarks({ figures, units, causes, overdue, targets, language }),
  };
}

const byId = (figures: readonly GivenFigure[]): Figures => new Map(figures.map((figure) => [figure.id, figure]));

const getFigure = (figures: Figures, id: FigureId): GivenFigure =>
  figures.get(id) ?? toMissing({ id, indicator: id, version: 1 }, 'source-absent');

function toReportFigure(figure: GivenFigure, others: Figures | undefined, language: Language): ReportFigure {
  const { id, indicator, version, missing, evidence, without, list } = figure;
  const { label, definition } = definitions[id];
  return {
    id,
    label: label[language],
    ...toValues(figure, language),
    indicator,
    version,
    definition,
    missing,
    ...(evidence === undefined ? {} : { evidence: [...evidence] }),
    ...(without === undefined ? {} : { without: [...without] }),
    ...(list === undefined ? {} : { list }),
    ...(others === undefined ? {} : { compared: toCompared(figure, getFigure(others, id), language) }),
  };
}

function toValues(figure: GivenFigure, language: Language): Values {
  const { numerator, denominator } = figure;
  const share = findShare(figure);
  const value = share === undefined ? null : share.numerator / share.denominator;
  return { value, shown: showFigure(figure, language), numerator, denominator };
}

function toCompared(figure: GivenFigure, other: GivenFigure, language: Language): Values & { points: number | null } {
  const [now, before] = [toValues(figure, language), toValues(other, language)];
  const points = now.value === null || before.value === null ? null : 100 * (now.value - before.value);
  return { ...before, points };
}
