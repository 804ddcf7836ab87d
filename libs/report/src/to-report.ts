import { articleFigures, definitions, figuresOf, furtherFigures, type FigureId } from './figures/definitions.ts';
import { findShare, toMissing, type GivenFigure } from './figures/given-figure.ts';
import { findRemarks, type CauseCount, type Remark, type UnitShare } from './remarks/find-remarks.ts';
import { defaultTargets, type Target } from './remarks/targets.ts';
import type { UnitKind } from './figures/institutional-entry.ts';
import { labelOf } from './text/label-of.ts';
import { writeOnTimeRules, type Backlog, type OnTimeRule } from './text/on-time-rules.ts';
import { toText, type Passage } from './text/passage.ts';
import { writeComparison } from './text/write-comparison.ts';
import { writeEn } from './text/write-en.ts';
import { writeOrganisation } from './text/write-organisation.ts';
import { writeVi } from './text/write-vi.ts';
import { counterRatingsLeftOut, noData, showFigure, showShare, type Figures } from './text/words.ts';
import type { EvidenceRow, FigureList, Language, Missing, Period, UnitName, Wording } from './vocabulary.ts';

export interface ReportInput {
  readonly unit: string;
  readonly unitName: string;
  /** A commune's report speaks of the commune alone. */
  readonly unitKind?: UnitKind | undefined;
  readonly period: Period;
  /** ISO 8601: the moment the counted figures stand for. */
  readonly asOf: string;
  readonly language: Language;
  /** Dossiers are counted under the units of today (`as-is`) or of a local date; the report says so. Absent: under those that owned them. */
  readonly organisation?: string | undefined;
  /** The given satisfaction leaves out ratings by a link that a counter made; the report says so. */
  readonly withoutCounterRatings?: boolean;
  /** What is not given counts as not collected. */
  readonly figures: readonly GivenFigure[];
  readonly compared?: { readonly period: Period; readonly figures: readonly GivenFigure[] } | undefined;
  /** Dossiers open and overdue at the end of the period; absent: nothing is said of them. */
  readonly backlog?: Backlog | undefined;
  /** "On time" by each rule, in the order of the text. */
  readonly onTimeRules?: readonly OnTimeRule[];
  /** Where a reader who signs in finds this very report; absent: its address is not known. */
  readonly link?: string | undefined;
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

export interface ReportRule extends Values {
  indicator: string;
  name: Wording;
  /** What the denominator counts and the numerator does not. */
  rest?: FigureList;
}

export interface Report {
  unit: string;
  unitName: string;
  period: Period;
  comparedWith: Period | null;
  asOf: string;
  language: Language;
  unitKind?: UnitKind;
  /** The address of this very report, behind the sign-in. */
  link?: string;
  /** Only where they are left out. */
  withoutCounterRatings?: true;
  /** The text, made of the figures below and nothing else. */
  paragraphs: string[];
  /** The same, each paragraph in pieces that tell which figure they are of. */
  passages: Passage[][];
  figures: ReportFigure[];
  further: ReportFigure[];
  backlog?: { count: number; list?: FigureList };
  onTimeRules?: ReportRule[];
  remarks: Remark[];
}

/** The report: text, figures and remarks, all of the same numbers. */
export function toReport(input: ReportInput): Report {
  const { unit, unitName, period, asOf, language, compared } = input;
  const { unitKind, backlog, onTimeRules = [], link, organisation } = input;
  const { units = [], causes = [], overdue, targets = defaultTargets, withoutCounterRatings = false } = input;
  const figures = byId(input.figures);
  const others = compared === undefined ? undefined : { period: compared.period, figures: byId(compared.figures) };
  const write = language === 'vi' ? writeVi : writeEn;
  const about = { unitName, unitKind, period, backlog };
  const comparison = others === undefined ? undefined : writeComparison(about, figures, others, language);
  const toFigure = (id: FigureId): ReportFigure => toReportFigure(getFigure(figures, id), others?.figures, { period, language });
  const passages = [
    write(about, figures),
    ...toList(writeOnTimeRules(onTimeRules, language)),
    ...(organisation === undefined ? [] : [[{ text: writeOrganisation(organisation, language), figure: null }]]),
    ...(withoutCounterRatings ? [[{ text: counterRatingsLeftOut[language], figure: null }]] : []),
    ...toList(comparison),
  ];
  return {
    unit,
    unitName,
    period,
    comparedWith: compared?.period ?? null,
    asOf,
    language,
    ...(unitKind === undefined ? {} : { unitKind }),
    ...(link === undefined ? {} : { link }),
    ...(withoutCounterRatings ? { withoutCounterRatings } : {}),
    paragraphs: passages.map(toText),
    passages,
    figures: figuresOf(articleFigures, unitKind).map(toFigure),
    further: furtherFigures.map(toFigure),
    ...(backlog === undefined ? {} : { backlog }),
    ...(onTimeRules.length === 0 ? {} : { onTimeRules: onTimeRules.map((rule) => toRule(rule, language)) }),
    remarks: findRemarks({ period, unitKind, figures, units, causes, overdue, targets, language }),
  };
}

const byId = (figures: readonly GivenFigure[]): Figures => new Map(figures.map((figure) => [figure.id, figure]));

const getFigure = (figures: Figures, id: FigureId): GivenFigure =>
  figures.get(id) ?? toMissing({ id, indicator: id, version: 1 }, 'source-absent');

const toList = (paragraph: Passage[] | undefined): Passage[][] => (paragraph === undefined ? [] : [paragraph]);

/** Two decimals, as the text has them. */
function toRule({ indicator, name, numerator, denominator, rest }: OnTimeRule, language: Language): ReportRule {
  const value = denominator === 0 ? null : numerator / denominator;
  const shown = value === null ? noData[language] : showShare({ numerator, denominator }, 2, language);
  return { indicator, name, numerator, denominator, value, shown, ...(rest === undefined ? {} : { rest }) };
}

function toReportFigure(
  figure: GivenFigure,
  others: Figures | undefined,
  { period, language }: { readonly period: Period; readonly language: Language },
): ReportFigure {
  const { id, indicator, version, missing, evidence, without, list } = figure;
  const { definition } = definitions[id];
  return {
    id,
    label: labelOf(id, period, language),
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
