export { boardFigures, getIndicator, type BoardFigureId } from './figures/board-figures.ts';
export type { FigureList, Language, Missing, Period, Share } from './vocabulary.ts';
export type { FigureId } from './figures/definitions.ts';
export { findReportIndicator, reportIndicators, satisfaction, type ReportIndicator } from './figures/indicators.ts';
export { toGiven, toMissing, type GivenFigure } from './figures/given-figure.ts';
export { toInstitutionalFigures, type Entries } from './figures/institutional-figures.ts';
export type { InstitutionalEntry } from './figures/institutional-entry.ts';
export type { CauseCount, UnitShare } from './remarks/find-remarks.ts';
export { toReport, type Report, type ReportInput } from './to-report.ts';
export type { Backlog, OnTimeRule } from './text/on-time-rules.ts';
export type { UnitKind } from './figures/institutional-entry.ts';
export { onTimeWords } from './text/on-time-words.ts';
export { parseReportLink, toReportLink, type ReportAddress } from './link/report-link.ts';
export { toMarkdown } from './formats/to-markdown.ts';
export { toHtml } from './formats/to-html.ts';
export { toDocument, type DocumentRecommendation, type DocumentTable, type ReportDocument } from './formats/to-document.ts';
export { ii06Columns, type Ii06Column, type Ii06Group } from './statutory/ii06/columns.ts';
export { ii06Forms, ii06FormsById, type Ii06Form, type Ii06FormId } from './statutory/ii06/forms.ts';
export type { BrokenIdentity } from './statutory/ii06/find-broken.ts';
export { nothingHandled, type HandlingCounts, type HandlingRow } from './statutory/ii06/handling-counts.ts';
export { toIi06, type Ii06, type Ii06Line, type Ii06Refused } from './statutory/ii06/to-ii06.ts';
export {
  findScoreSet,
  type Grade,
  type PointRule,
  type ScoreCriterion,
  type ScoreGroup,
  type ScoreSet,
  type ScoreSource,
} from './statutory/scores/score-set.ts';
export { toScore, type KnownShare, type Score, type ScoredCriterion } from './statutory/scores/to-score.ts';
