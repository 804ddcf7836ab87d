export type { FigureList, Language, Missing, Period, Share } from './vocabulary.ts';
export type { FigureId } from './figures/definitions.ts';
export { findReportIndicator, reportIndicators, satisfaction, type ReportIndicator } from './figures/indicators.ts';
export { toGiven, toMissing, type GivenFigure } from './figures/given-figure.ts';
export { toInstitutionalFigures, type Entries } from './figures/institutional-figures.ts';
export type { CauseCount, UnitShare } from './remarks/find-remarks.ts';
export { toReport, type Report, type ReportInput } from './to-report.ts';
export { toMarkdown } from './formats/to-markdown.ts';
export { toHtml } from './formats/to-html.ts';
