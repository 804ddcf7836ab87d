import { z } from 'zod';
import { IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { Board, BoardGrouping, FigurePart } from './kpi.ts';

export const Ii06FormId = z
  .enum(['ii06a', 'ii06b', 'ii06c'])
  .describe('Report II.06/VPCP/KSTT: ii06a by field, ii06b by the agencies directly below, ii06c by level of agency.');
export type Ii06FormId = z.infer<typeof Ii06FormId>;

export const HandoverDirection = z.enum(['in', 'out']).describe('in: responsibility came to the row; out: it went from it.');
export type HandoverDirection = z.infer<typeof HandoverDirection>;

/** The list behind a cell: a path of the API, which opens with the reader's own token. */
export const StatutoryList = z
  .object({
    href: z.string().describe('Path and query; all its pages together have as many lines as the cell says.'),
    indicator: z.string().describe('What counts the cell; handed-over.in and handed-over.out are in no registry.'),
    part: FigurePart,
    by: BoardGrouping.nullable().describe('With `key`: one row; null: the whole.'),
    key: z.string().nullable(),
  })
  .describe('The list behind a cell of a statutory report.')
  .meta({ id: 'StatutoryList' });
export type StatutoryList = z.infer<typeof StatutoryList>;

const Ii06Cell = z.object({ value: z.number().int(), list: StatutoryList });

/** `GET /v1/reports/ii06/{form}?unit=&from=&to=&asOf=`: the table of II.06a, b or c. Its identities hold, or it is refused. */
export const Ii06Report = z
  .object({
    form: Ii06FormId,
    number: z.string().describe('As the circular names the form.'),
    title: LocalizedName,
    rowTitle: LocalizedName.describe('Column 2: what the rows are.'),
    unit: z.string(),
    unitName: LocalizedName,
    period: z.object({ from: LocalDate, to: LocalDate }),
    asOf: IsoInstant,
    parked: Board.shape.parked,
    freshness: Board.shape.freshness,
    columns: z.array(
      z.object({
        number: z.string().describe('3 to 13; 6a and 6b, handed over, are there only where responsibility moved in the period.'),
        group: z.enum(['received', 'finished', 'open']),
        title: LocalizedName,
      }),
    ),
    lines: z.array(z.object({ key: z.string(), name: LocalizedName, cells: z.array(Ii06Cell) })),
    total: z.array(Ii06Cell),
  })
  .describe('Report II.06/VPCP/KSTT.')
  .meta({ id: 'Ii06Report' });
export type Ii06Report = z.infer<typeof Ii06Report>;

/** `GET /v1/reports/files/{hash}`: a file that was taken out, by the hash in its last line. */
export const ReportFile = z
  .object({
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of what is in the file, line by line, without the line that carries it.'),
    name: z.string().describe('As the file was called, without its format.'),
    unit: z.string(),
    period: z.object({ from: LocalDate, to: LocalDate }),
    asOf: IsoInstant.describe('The moment its figures stand for.'),
    writtenAt: IsoInstant,
  })
  .describe('A file that was written here.')
  .meta({ id: 'ReportFile' });
export type ReportFile = z.infer<typeof ReportFile>;

export const ScoreSetId = z
  .enum(['set-766', 'tt-01-2018'])
  .describe('set-766: service to citizens and firms, 100 points; tt-01-2018: grading of units, 18 points.');
export type ScoreSetId = z.infer<typeof ScoreSetId>;

const points = z.number().describe('Two decimals.');

/** `GET /v1/reports/scores/{set}?unit=&from=&to=&asOf=`: a unit by the version of a set that holds on the period's last day. */
export const ScoreReport = z
  .object({
    set: ScoreSetId,
    version: z.number().int().min(1),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    name: LocalizedName,
    source: z.string().describe('Law or document the set comes from.'),
    unit: z.string(),
    unitName: LocalizedName,
    period: z.object({ from: LocalDate, to: LocalDate }),
    asOf: IsoInstant,
    parked: Board.shape.parked,
    freshness: Board.shape.freshness,
    groups: z.array(
      z.object({
        id: z.string(),
        name: LocalizedName,
        criteria: z.array(
          z.object({
            id: z.string().describe('As the set numbers it.'),
            name: LocalizedName,
            max: points,
            rule: LocalizedName.describe('How a share becomes points, in words.'),
            isCertain: z.boolean().describe('Whether points and thresholds are read in the source, or only believed.'),
            numerator: z.number().int().nullable(),
            denominator: z.number().int().nullable(),
            missing: z
              .enum(['nothing-to-count', 'source-absent', 'as-was-only'])
              .nullable()
              .describe(
                'Why there are no points: the denominator is 0, nothing collects it here, or it is known of the organisation as it was alone.',
              ),
            points: points.nullable().describe('null: not known, which is neither nought nor the maximum.'),
            gain: points.nullable().describe('Points that are wanting.'),
            moreToFull: z.number().int().nullable().describe('How many more of the denominator would have to count for them.'),
            opens: z
              .object({ as: z.enum(['dossiers', 'ratings', 'documents']), indicator: z.string(), href: z.string() })
              .nullable()
              .describe('What is behind it.'),
          }),
        ),
      }),
    ),
    points: points.describe('Of what is known.'),
    knownMax: points.describe('The most that what is known can give.'),
    max: points,
    next: z.string().nullable().describe('The criterion that is wanting most points.'),
    grade: LocalizedName.nullable().describe('null: what is not known decides it, or the set has none.'),
  })
  .describe('Points of a unit by a set of criteria.')
  .meta({ id: 'ScoreReport' });
export type ScoreReport = z.infer<typeof ScoreReport>;
