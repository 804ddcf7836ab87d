import { z } from 'zod';
import { IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { DossierSnapshot } from '../dossier/dossier-snapshot.ts';
import { BoardGrouping, groupingKeys, ReportBoardGrouping } from './board-groupings.ts';

export { BoardGrouping, ReportBoardGrouping };

/** Under which units dossiers are counted: those that owned them, those that go on with them today, or those of a day. */
export const OrganisationReading = z
  .union([z.enum(['as-was', 'as-is']), LocalDate])
  .describe('as-was: the units that owned them; as-is: those of today; or a date: those of that day.')
  .meta({ id: 'OrganisationReading' });
export type OrganisationReading = z.infer<typeof OrganisationReading>;

/** One figure. A rate: value = numerator / denominator, null where the denominator is 0. A count: value, with numerator and denominator null. */
export const Figure = z
  .object({
    version: z.number().int().min(1).describe('Version of the indicator definition.'),
    numerator: z.number().int().nullable(),
    denominator: z.number().int().nullable(),
    value: z.number().nullable().describe('A fraction, unrounded; null: no data.'),
  })
  .describe('A figure.')
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

/** `GET /v1/board?unit=&from=&to=&by=&asOf=`; dates are inclusive local dates. Without `by` one row, its key the unit. */
export const Board = z
  .object({
    unit: z.string().describe('Unit whose subtree is counted.'),
    period: z.object({ from: LocalDate, to: LocalDate }),
    by: BoardGrouping.nullable(),
    asOf: IsoInstant.describe('The moment the figures stand for; never beyond now.'),
    organisation: OrganisationReading.optional().describe('Under which units; absent: as-was.'),
    parked: z.number().int().describe('Events parked as dead letters; the figures lack them.'),
    freshness: z
      .object({
        lag: z.number().int().describe('Events in the log not yet projected, when that was last asked.'),
        lagReadAt: IsoInstant.nullable().describe('When the log’s end was last asked and answered; null: never yet.'),
        projectedAt: IsoInstant.nullable().describe('When the last batch was projected.'),
      })
      .describe('How far the projection is.'),
    basis: z
      .object({
        kind: z.enum(['recorded', 'frozen']),
        knownAt: IsoInstant,
        close: z.uuid().nullable().describe('The close it was reported with; null: recomputed from the log.'),
      })
      .optional()
      .describe(
        'Absent: as now known. Else what had been recorded by a moment: recomputed from the log, or the frozen copy of a closed month.',
      ),
    rows: z.array(
      z.object({
        key: z.string().describe(groupingKeys),
        name: LocalizedName.optional(),
        indicators: z.record(z.string(), Figure).describe('Figures by indicator id.'),
      }),
    ),
  })
  .describe('A board of figures.')
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

/** `GET /v1/board/report?unit=&from=&to=&by=&asOf=`: satisfaction and what is entered with documents, of a unit, in one row or several. */
export const ReportBoard = z
  .object({
    unit: z.string().describe('Unit whose subtree is counted.'),
    period: z.object({ from: LocalDate, to: LocalDate }),
    by: ReportBoardGrouping.nullable(),
    asOf: IsoInstant.describe('The moment the figures stand for; never beyond now.'),
    parked: Board.shape.parked,
    freshness: Board.shape.freshness,
    rows: z.array(
      z.object({
        key: z.string().describe('Code of the unit, or YYYY-MM.'),
        name: LocalizedName.optional(),
        indicators: z
          .record(z.string(), Figure)
          .describe('Figures by indicator id; where nothing was entered both parts are null, and the value.'),
      }),
    ),
  })
  .describe('A board of the figures that no dossier tells.')
  .meta({ id: 'ReportBoard' });
export type ReportBoard = z.infer<typeof ReportBoard>;

/** `GET /v1/board/nearest?unit=&from=&to=&asOf=`: where to look when a period is empty. */
export const NearestPeriod = z
  .object({
    unit: z.string(),
    period: z.object({ from: LocalDate, to: LocalDate }).describe('The one that was asked about.'),
    nearest: z
      .object({ from: LocalDate, to: LocalDate })
      .nullable()
      .describe(
        'The year with the nearest day on which a dossier was received or finished, as far as there are months with any.',
      ),
  })
  .describe('The nearest period with figures outside of another.')
  .meta({ id: 'NearestPeriod' });
export type NearestPeriod = z.infer<typeof NearestPeriod>;

export const FigurePart = z
  .enum(['numerator', 'denominator', 'rest', 'value'])
  .describe('Part of a rate; rest: what the denominator counts and the numerator does not. For a count: value.');
export type FigurePart = z.infer<typeof FigurePart>;

/** A line of the list behind a figure. */
export const DossierLine = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable(),
    sourceCode: z.string().nullable(),
    unit: z.string().describe('Responsible unit in the figure’s period.'),
    procedure: z.string(),
    field: z.string(),
    channel: z.string(),
    officer: z.string().nullable().describe('Staff id of the officer in charge, never a name.'),
    timeZone: z.string().describe('IANA zone of its calendar, in which people read its moments.'),
    status: DossierSnapshot.shape.status,
    receivedAt: IsoInstant.nullable(),
    originalDue: IsoInstant.nullable(),
    currentDue: IsoInstant.nullable(),
    due766: IsoInstant.nullable(),
    endedAt: IsoInstant.nullable(),
    isLate: z
      .boolean()
      .describe(
        'Late by the due that holds, as figures count it (docs/adr/0001): at its end, or where that is still to come, as of the list.',
      ),
  })
  .describe('A dossier behind a figure.')
  .meta({ id: 'DossierLine' });
export type DossierLine = z.infer<typeof DossierLine>;

/** `GET /v1/indicators/{id}/dossiers?unit=&from=&to=&asOf=&part=&cursor=&limit=`: what is behind a figure, in keyset pages. */
export const DossierLinePage = z
  .object({
    indicator: z.string(),
    version: z.number().int(),
    part: FigurePart,
    unit: z.string(),
    period: z.object({ from: LocalDate, to: LocalDate }),
    asOf: IsoInstant.describe('Give it back as asOf with each next page, so that all pages show one moment.'),
    total: z.number().int().describe('The figure: as many lines as all pages hold.'),
    dossiers: z.array(DossierLine),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .describe('A page of the dossiers behind a figure.')
  .meta({ id: 'DossierLinePage' });
export type DossierLinePage = z.infer<typeof DossierLinePage>;

/** `GET /v1/indicators`: the registry. */
export const IndicatorView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
    kind: z
      .enum(['rate', 'count', 'rating', 'institutional'])
      .describe('rate, count: of dossiers, on every board; rating: of citizens’ ratings; institutional: entered with documents.'),
    name: LocalizedName,
    formula: LocalizedName.describe('The formula in words.'),
    source: z.string().describe('Law or document the definition comes from.'),
    opens: z
      .object({
        as: z.enum(['dossiers', 'ratings', 'documents']).describe('What the list behind it is made of.'),
        href: z.string().describe('Path of that list; it asks for unit, from and to.'),
      })
      .describe('How the figure is opened.'),
  })
  .describe('An indicator definition.')
  .meta({ id: 'IndicatorView' });
export type IndicatorView = z.infer<typeof IndicatorView>;

/** `GET /v1/live?unit=&from=&to=` (SSE): event `snapshot` first, then `change`; each carries a board, its id resumes by Last-Event-ID. */
export const LiveMessage = z
  .object({
    board: Board,
    nextChangeAt: IsoInstant.nullable().describe('When time alone will next move a figure.'),
  })
  .describe('A live board.')
  .meta({ id: 'LiveMessage' });
export type LiveMessage = z.infer<typeof LiveMessage>;

/** One difference found by `motcua verify`. */
export const VerifyDifference = z.object({
  kind: z.enum(['fact', 'cell', 'indicator', 'list', 'rating', 'institutional', 'close']),
  key: z
    .string()
    .describe(
      'Dossier id · span, cell key, unit · period (· as of a moment, · officer) · indicator · part, dossier id of a rating, kind/unit · version, or unit · closed month · what.',
    ),
  projected: z.unknown(),
  recomputed: z.unknown(),
});
export type VerifyDifference = z.infer<typeof VerifyDifference>;

/** `POST /v1/verify`: the projection against a recomputation from the event log. */
export const VerifyReport = z
  .object({
    outcome: z.enum(['equal', 'different', 'not-comparable']),
    reason: z.string().nullable().describe('Why it is not comparable now: lag or parked events.'),
    position: z
      .object({ xid: z.string(), position: z.string() })
      .nullable()
      .describe('Place in the event log that was compared.'),
    checked: z.object({
      dossiers: z.number().int(),
      cells: z.number().int(),
      figures: z.number().int().describe('Figures now, by month and by officer, and as of past moments.'),
      lists: z.number().int().describe('Lists behind figures.'),
      ratings: z.number().int().default(0).describe('Ratings.'),
      institutional: z.number().int().default(0).describe('Versions of institutional figures.'),
      closes: z
        .number()
        .int()
        .optional()
        .describe('Closed months, each recomputed from what was known then, and the chain over them.'),
    }),
    differences: z.array(VerifyDifference).describe('At most 100.'),
    differenceCount: z.number().int(),
  })
  .describe('Result of a verification.')
  .meta({ id: 'VerifyReport' });
export type VerifyReport = z.infer<typeof VerifyReport>;

/** `POST /v1/rebuild` starts one (202), `GET /v1/rebuild` tells how far the last one of this process is. */
export const RebuildStatus = z
  .object({
    state: z.enum(['none', 'running', 'done', 'failed']),
    startedAt: IsoInstant.nullable(),
    endedAt: IsoInstant.nullable(),
    events: z.number().int().describe('Events of the log read so far.'),
    dossiers: z.number().int().describe('Dossiers rebuilt so far.'),
    total: z.number().int().describe('Events in the log when it began.'),
    unreadable: z.number().int().describe('Events of the log that could not be read and were left out.'),
    reason: z.string().nullable().describe('Why it failed.'),
  })
  .describe('A rebuild of the projection from the event log.')
  .meta({ id: 'RebuildStatus' });
export type RebuildStatus = z.infer<typeof RebuildStatus>;
