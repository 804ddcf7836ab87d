import { z } from 'zod';
import { UnitKind } from '../dossier/vocabulary.ts';
import { FigurePart } from './kpi.ts';
import { IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { Evidence } from '../reference/institutional-figure.ts';

export const ReportLanguage = z.enum(['vi', 'en']).describe('Language of the text.');
export type ReportLanguage = z.infer<typeof ReportLanguage>;
export const ReportFormat = z.enum(['md', 'html', 'json']).describe('Markdown, HTML, or figures as data.');
export type ReportFormat = z.infer<typeof ReportFormat>;

/** A line of evidence: what one unit entered for one validity, with its documents. */
export const EvidenceRow = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    numerator: z.number().int().describe('What it adds to the numerator.'),
    denominator: z.number().int().describe('What it adds to the denominator.'),
    version: z.number().int().describe('Version of the catalogue entry.'),
    documents: z.array(Evidence).min(1),
  })
  .describe('An entry behind an institutional figure.')
  .meta({ id: 'EvidenceRow' });
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** Where the list behind a figure is: a path of the API, which opens with the reader's own token. */
export const FigureList = z
  .object({
    href: z.string().describe('Path and query; all its pages together have as many lines as the part.'),
    kind: z.enum(['dossiers', 'ratings']),
    indicator: z.string(),
    part: FigurePart,
    by: z.enum(['level', 'unit']).nullable().describe('With `key`: one row of the board by level or unit.'),
    key: z.string().nullable(),
  })
  .describe('The list behind a figure.')
  .meta({ id: 'FigureList' });
export type FigureList = z.infer<typeof FigureList>;

const Without = z
  .array(z.object({ unit: z.string(), unitName: z.string() }))
  .describe('Where units are counted: those of the denominator that no entry of the numerator stands for.');

const Missing = z
  .enum(['nothing-to-count', 'source-absent', 'as-was-only'])
  .describe(
    'Why there is no value: the denominator is 0, nothing collects it here, or it is known under the units of then alone.',
  );

export const ReportFigure = z
  .object({
    id: z.string().describe('Stable, for example network.district.'),
    label: z.string(),
    value: z.number().nullable().describe('A fraction, unrounded; null: no data.'),
    shown: z.string().describe('As the text shows it.'),
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    indicator: z.string().describe('The definition it follows, as GET /v1/indicators lists it.'),
    version: z.number().int().describe('Version of the definition.'),
    definition: LocalizedName.describe('The definition in words.'),
    missing: Missing.nullable(),
    evidence: z.array(EvidenceRow).optional().describe('Of an institutional figure: the entries that make it.'),
    without: Without.optional(),
    list: FigureList.optional().describe('Of a counted figure.'),
    compared: z
      .object({
        numerator: z.number().int().nullable(),
        denominator: z.number().int().nullable(),
        value: z.number().nullable(),
        shown: z.string(),
        points: z.number().nullable().describe('Difference in percentage points, unrounded; null: one of the two has no data.'),
      })
      .optional()
      .describe('The same figure of the other period.'),
  })
  .describe('A figure of the report.')
  .meta({ id: 'ReportFigure' });
export type ReportFigure = z.infer<typeof ReportFigure>;

/** `GET /v1/indicators/{id}/evidence?unit=&from=&to=`: an institutional indicator of a unit and period, with what it was taken from. */
export const IndicatorEvidence = z
  .object({
    indicator: z.string(),
    version: z.number().int().describe('Version of the definition.'),
    unit: z.string(),
    period: z.object({ from: LocalDate, to: LocalDate }),
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    value: z.number().nullable().describe('A fraction, unrounded; null: no data.'),
    missing: Missing.nullable(),
    evidence: z.array(EvidenceRow).describe('The entries that make it: their numerators add up to the numerator.'),
    without: Without,
  })
  .describe('What is behind an institutional indicator.')
  .meta({ id: 'IndicatorEvidence' });
export type IndicatorEvidence = z.infer<typeof IndicatorEvidence>;

export const ReportRule = z
  .object({
    indicator: z.string().describe('Id of the rule in the registry.'),
    name: LocalizedName,
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    value: z.number().nullable().describe('A fraction, unrounded; null: no data.'),
    shown: z.string().describe('As the text shows it.'),
    rest: FigureList.optional(),
  })
  .describe('The share in time by one rule.')
  .meta({ id: 'ReportRule' });
export type ReportRule = z.infer<typeof ReportRule>;

export const ReportRemark = z
  .object({
    rule: z.enum(['below-target', 'unit-below-target', 'overdue-by-cause', 'not-digitized', 'no-data']),
    figure: z.string().describe('Id of the figure it is about.'),
    unit: z.string().nullable().describe('The unit it is about; null: the whole.'),
    weight: z.number().int().describe('How many counted things are wanting; remarks come in the order of it.'),
    text: z.string(),
    list: FigureList.optional().describe('What is wanting, one by one; as many lines as the weight, of a target missed more.'),
  })
  .meta({ id: 'ReportRemark' });
export type ReportRemark = z.infer<typeof ReportRemark>;

export const ReportPassage = z
  .object({
    text: z.string(),
    figure: z.string().nullable().describe('Id of the figure that this number, or its absence, is; null: words between.'),
  })
  .describe('A piece of the text.')
  .meta({ id: 'ReportPassage' });
export type ReportPassage = z.infer<typeof ReportPassage>;

const period = z.object({ from: LocalDate, to: LocalDate });

/** `GET /v1/reports/supervision?unit=&from=&to=&compareFrom=&compareTo=&asOf=&lang=&withoutCounterRatings=&format=json`. */
export const SupervisionReport = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    period,
    comparedWith: period.nullable(),
    asOf: IsoInstant.describe('The moment the counted figures stand for.'),
    language: ReportLanguage,
    unitKind: UnitKind.optional().describe('A commune’s report speaks of the commune alone; absent: not known.'),
    link: z.string().optional().describe('The address of this very report, behind the sign-in; absent: not known.'),
    backlog: z
      .object({ count: z.number().int(), list: FigureList.optional() })
      .optional()
      .describe('Open and overdue at the end of the period: stands beside the share in time.'),
    onTimeRules: z.array(ReportRule).optional().describe('The share in time by every rule, each once.'),
    withoutCounterRatings: z
      .boolean()
      .optional()
      .describe('Satisfaction leaves out ratings by a link that a counter made; absent: it counts all.'),
    paragraphs: z.array(z.string()).describe('The text, made of the figures below and nothing else.'),
    passages: z
      .array(z.array(ReportPassage))
      .optional()
      .describe('The paragraphs once more, in pieces that join to them; absent: of a service of before.'),
    figures: z.array(ReportFigure).describe('The figures of the text, in its order.'),
    further: z.array(ReportFigure).describe('Institutional figures beside the text.'),
    remarks: z.array(ReportRemark).describe('Found by rule, the heaviest first.'),
  })
  .describe('The supervision report of a unit.')
  .meta({ id: 'SupervisionReport' });
export type SupervisionReport = z.infer<typeof SupervisionReport>;
