import {
  BoardGrouping,
  Code,
  FigurePart,
  IsoInstant,
  isPeriodTooLong,
  LiveBoardGrouping,
  LocalDate,
  OrganisationReading,
  MAX_PERIOD_DAYS_BY_DAY,
  ReportLanguage,
} from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';
import { tableFormats } from '@motcua/tables';
import { z } from 'zod';
import type { Period } from '../figures/period.ts';
import { toDayNumber } from '../time/local-days.ts';
import { periodInvalid, periodTooLong, periodTooLongByDay } from './problems.ts';

const unitAndPeriod = {
  unit: Code.describe('Unit whose subtree is counted.'),
  from: LocalDate.describe('First day, in each dossier’s own time zone.'),
  to: LocalDate.describe('Last day.'),
};
const organisation = OrganisationReading.default('as-was').describe(
  'Under which units dossiers are counted: as-was (default), those that owned them; as-is, those of today; or those of a date.',
);
const asOf = IsoInstant.optional().describe('The moment the figures stand for; absent or ahead of now: now.');

const knownAt = z
  .union([IsoInstant, z.literal('close')])
  .optional()
  .describe(
    'Only what had been recorded by this moment, recomputed from the log; close: what the month was closed with. Absent: all that is known now.',
  );

export const BoardParameters = z.object({ ...unitAndPeriod, by: BoardGrouping.optional(), asOf, knownAt, organisation });
export type BoardParameters = z.infer<typeof BoardParameters>;

export const NearestParameters = z.object({ ...unitAndPeriod, asOf });
export type NearestParameters = z.infer<typeof NearestParameters>;

export const DossierParameters = z.object({
  ...unitAndPeriod,
  asOf,
  organisation,
  part: FigurePart.optional().describe('numerator (default), denominator or rest of a rate; value of a count.'),
  by: BoardGrouping.optional().describe('With `key`: only the dossiers of that row of the board.'),
  key: z.string().max(200).optional().describe('Key of the row.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Lines a page.'),
});
export type DossierParameters = z.infer<typeof DossierParameters>;

const exported = {
  format: z.enum(tableFormats).default('xlsx').describe('A workbook, or CSV with semicolons and decimal commas.'),
  lang: ReportLanguage.default('vi'),
};

export const DossierExportParameters = DossierParameters.omit({ cursor: true, limit: true }).extend(exported);
export type DossierExportParameters = z.infer<typeof DossierExportParameters>;

export const BoardExportParameters = BoardParameters.extend({ by: BoardGrouping.default('unit'), ...exported });
export type BoardExportParameters = z.infer<typeof BoardExportParameters>;

export const LiveParameters = z.object({
  unit: unitAndPeriod.unit,
  from: LocalDate.optional().describe('First day; absent: 1 January of this year.'),
  to: LocalDate.optional().describe('Last day; absent: today, moving on at midnight.'),
  by: LiveBoardGrouping.optional(),
});
export type LiveParameters = z.infer<typeof LiveParameters>;

interface PeriodParameters {
  readonly from: string;
  readonly to: string;
  readonly by?: BoardGrouping | undefined;
}

/** @throws ProblemError 400 `period.invalid`, `period.too-long` */
export function toPeriod({ from, to, by }: PeriodParameters): Period {
  const period = { from: toDayNumber(from), to: toDayNumber(to) };
  if (period.from > period.to) throw periodInvalid();
  if (isPeriodTooLong({ from, to })) throw periodTooLong();
  if (by === 'day' && period.to - period.from >= MAX_PERIOD_DAYS_BY_DAY) throw periodTooLongByDay();
  return period;
}

/** Never beyond now: what will be is not known. */
export const toAsOf = (text: string | undefined, now: Instant): Instant =>
  text === undefined ? now : Math.min(Date.parse(text), now);

/** Likewise; undefined: all that is known now. */
export const toKnownAt = (text: string | undefined, now: Instant): Instant | 'close' | undefined =>
  text === undefined || text === 'close' ? text : toAsOf(text, now);
