import { z } from 'zod';
import { Code, IsoInstant, LocalDate } from '../instant.ts';
import { Figure } from './kpi.ts';
import { paragraphs } from '../text/text-mark.ts';

export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('A month, YYYY-MM, of local days.')
  .meta({ id: 'Month' });
export type Month = z.infer<typeof Month>;

/** `POST /v1/period-closes` */
export const PeriodCloseRequest = z
  .strictObject({
    unit: Code.describe('Unit whose subtree is closed.'),
    month: Month,
    overrideReason: paragraphs(z.string().trim().min(10).max(500))
      .optional()
      .describe(
        'Why the month is closed although events of the unit are not counted yet; shown with the figures ever after. Names no person.',
      ),
  })
  .describe('A month is proposed to be closed.')
  .meta({ id: 'PeriodCloseRequest' });
export type PeriodCloseRequest = z.infer<typeof PeriodCloseRequest>;

export const periodCloseStates = ['proposed', 'confirmed', 'withdrawn'] as const;
export const PeriodCloseState = z.enum(periodCloseStates).describe('Confirmed is for good.');
export type PeriodCloseState = z.infer<typeof PeriodCloseState>;

const closed = {
  id: z.uuid(),
  unit: Code,
  month: Month,
  period: z.object({ from: LocalDate, to: LocalDate }),
  state: PeriodCloseState,
  knownAt: IsoInstant.describe('What had been recorded by this moment is what was counted.'),
  proposedBy: z.string().describe('Who: their id.'),
  proposedAt: IsoInstant,
  decidedBy: z.string().nullable().describe('Who confirmed or withdrew it; null: nobody yet.'),
  decidedAt: IsoInstant.nullable(),
  override: z
    .object({
      reason: z.string(),
      lagging: z.number().int().describe('Dossiers of the unit with events that were not counted.'),
      parked: z.number().int().describe('Events of the unit that were parked as dead letters.'),
    })
    .nullable()
    .describe('Closed although not everything was counted: why, and how much was not. Null: everything was.'),
  dossiers: z.number().int().describe('How many responsibility intervals of dossiers are in the frozen copy.'),
  contentHash: z.string().describe('SHA-256 of the frozen copy.'),
  link: z
    .object({ sequence: z.number().int(), hash: z.string() })
    .nullable()
    .describe('Its place in the chain over all confirmed closes; null: not confirmed.'),
};

export const PeriodCloseSummary = z
  .object(closed)
  .describe('A closed month, or one proposed to be.')
  .meta({ id: 'PeriodCloseSummary' });
export type PeriodCloseSummary = z.infer<typeof PeriodCloseSummary>;

/** `GET /v1/period-closes?unit=&state=` */
export const PeriodCloseList = z
  .object({ closes: z.array(PeriodCloseSummary) })
  .describe('Closed months of a unit, the latest month first.')
  .meta({ id: 'PeriodCloseList' });
export type PeriodCloseList = z.infer<typeof PeriodCloseList>;

/** `GET /v1/period-closes/{id}` */
export const PeriodClose = z
  .object({
    ...closed,
    indicators: z.record(z.string(), Figure).describe('Figures as reported, by indicator id.'),
    rules: z
      .array(
        z.object({
          ruleSet: z.string(),
          calendar: z.string(),
          calendarVersion: z.number().int(),
          dossiers: z.number().int(),
        }),
      )
      .describe('By which rules and calendars the dossiers were dated.'),
    readUpTo: z
      .array(z.object({ topic: z.string(), partition: z.number().int(), nextOffset: z.string() }))
      .describe('How far each partition had been read.'),
  })
  .describe('A closed month with its figures as reported.')
  .meta({ id: 'PeriodClose' });
export type PeriodClose = z.infer<typeof PeriodClose>;

/** A line of a frozen list. */
export const FrozenDossier = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable(),
    version: z.number().int().describe('The dossier’s version that was counted.'),
    unit: z.string(),
    procedure: z.string(),
    field: z.string(),
    channel: z.string(),
  })
  .describe('A dossier as it was counted.')
  .meta({ id: 'FrozenDossier' });
export type FrozenDossier = z.infer<typeof FrozenDossier>;

/** `GET /v1/period-closes/{id}/dossiers?indicator=&part=&cursor=&limit=` */
export const FrozenDossierPage = z
  .object({
    total: z.number().int().describe('The figure as reported: as many lines as all pages hold.'),
    dossiers: z.array(FrozenDossier),
    next: z.string().nullable().describe('`cursor` of the next page; null: this was the last.'),
  })
  .describe('A page of the dossiers behind a figure as reported.')
  .meta({ id: 'FrozenDossierPage' });
export type FrozenDossierPage = z.infer<typeof FrozenDossierPage>;

const change = z.object({
  indicator: z.string(),
  part: z.enum(['numerator', 'denominator', 'value']),
  by: z.number().int().describe('What it added to that number; negative: what it took away.'),
});

/** Something recorded after the close that moved figures of the closed month. */
export const LaterEvent = z
  .object({
    stream: z.enum(['dossier', 'overdue-cause', 'documents']),
    type: z.string().describe('CloudEvents type.'),
    version: z.number().int().describe('Of the dossier, of its overdue causes or of its documents.'),
    occurredAt: IsoInstant.nullable(),
    recordedAt: IsoInstant,
    changes: z.array(change),
  })
  .describe('What was recorded after the close, and what it changed of the closed month.')
  .meta({ id: 'LaterEvent' });
export type LaterEvent = z.infer<typeof LaterEvent>;

/** `GET /v1/period-closes/{id}/comparison?cursor=&limit=` */
export const PeriodComparison = z
  .object({
    close: PeriodCloseSummary,
    nowKnownAt: IsoInstant.describe('The moment of the figures as now known.'),
    figures: z.array(
      z.object({
        indicator: z.string(),
        part: z.enum(['numerator', 'denominator', 'value']),
        reported: z.number().int(),
        nowKnown: z.number().int(),
      }),
    ),
    changedDossiers: z.number().int().describe('How many dossiers count otherwise than reported.'),
    dossiers: z
      .array(z.object({ dossierId: z.uuid(), code: z.string().nullable(), events: z.array(LaterEvent) }))
      .describe(
        'Why: what was recorded of each after the close. Of all pages together the changes add up to the differences of the figures.',
      ),
    next: z.string().nullable().describe('`cursor` of the next page; null: this was the last.'),
  })
  .describe('A closed month as reported and as now known.')
  .meta({ id: 'PeriodComparison' });
export type PeriodComparison = z.infer<typeof PeriodComparison>;
