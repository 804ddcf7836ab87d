import { z } from 'zod';
import { Code, IsoInstant, LocalDate } from '../instant.ts';
import { BoardGrouping, FigurePart } from './kpi.ts';
import { paragraphs } from '../text/text-mark.ts';

/** Where a figure stood, and what it said: enough to open the very same one again. */
export const DisputedFigure = z
  .strictObject({
    page: z.enum(['board', 'list', 'report', 'worklist']).describe('The page on which it was seen.'),
    unit: Code,
    from: LocalDate,
    to: LocalDate,
    asOf: IsoInstant.nullable().describe('The moment it stood for; null: nothing on the page names one.'),
    indicator: Code.nullable().describe('Its definition; null: it is none, but something else on the page.'),
    figure: Code.nullable().describe('Of the report: the id of the figure in it.'),
    part: FigurePart.nullable(),
    by: BoardGrouping.nullable().describe('With `key`: one row of a board grouped so.'),
    key: z.string().max(200).nullable(),
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    value: z.number().nullable().describe('As it was answered, unrounded; null: there was no data, or it is no figure.'),
  })
  .describe('A figure that somebody takes for wrong.')
  .meta({ id: 'DisputedFigure' });
export type DisputedFigure = z.infer<typeof DisputedFigure>;

const Words = paragraphs(z.string().trim().min(1).max(2_000));

/** `PUT /v1/figure-reports/{id}`; the id is the reporter's, so that a report that is sent twice is one. */
export const FigureReportRequest = z
  .strictObject({ about: DisputedFigure, words: Words.describe('What is wrong about it, and what it should be.') })
  .describe('A figure is reported to be wrong.')
  .meta({ id: 'FigureReportRequest' });
export type FigureReportRequest = z.infer<typeof FigureReportRequest>;

/** `PUT /v1/figure-reports/{id}/answer` */
export const FigureReportAnswer = z
  .strictObject({
    outcome: z.enum(['corrected', 'explained']).describe('The figure was wrong and is right now, or it was right, and why.'),
    words: Words,
  })
  .describe('What became of a report.')
  .meta({ id: 'FigureReportAnswer' });
export type FigureReportAnswer = z.infer<typeof FigureReportAnswer>;

export const FigureReport = z
  .object({
    id: z.uuid(),
    about: DisputedFigure,
    words: z.string(),
    by: z.string().describe('Who: their id.'),
    role: z.string().describe('In which post.'),
    at: IsoInstant,
    answer: FigureReportAnswer.extend({ by: z.string(), at: IsoInstant }).nullable().describe('Null: nobody has answered.'),
  })
  .describe('A figure that was reported to be wrong.')
  .meta({ id: 'FigureReport' });
export type FigureReport = z.infer<typeof FigureReport>;

/** `GET /v1/figure-reports?state=&cursor=&limit=` */
export const FigureReportPage = z
  .object({
    reports: z.array(FigureReport),
    next: z.string().nullable().describe('`cursor` of the next page; null: this was the last.'),
  })
  .describe('Reports of wrong figures, newest first.')
  .meta({ id: 'FigureReportPage' });
export type FigureReportPage = z.infer<typeof FigureReportPage>;
