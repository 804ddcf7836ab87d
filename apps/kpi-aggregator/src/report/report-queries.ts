import { Code, IsoInstant, LocalDate, OrganisationReading, ReportFormat, ReportLanguage } from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';
import type { Period } from '@motcua/report';
import { z } from 'zod';
import { toAsOf, toPeriod } from '../http/queries.ts';
import type { RatingFilter } from '../report-figures/count-ratings.query.ts';

export const ReportParameters = z
  .object({
    unit: Code.describe('The unit reported on, with everything below it.'),
    from: LocalDate.describe('First day.'),
    to: LocalDate.describe('Last day.'),
    compareFrom: LocalDate.optional().describe('First day of the period to compare with; together with compareTo.'),
    compareTo: LocalDate.optional().describe('Its last day.'),
    asOf: IsoInstant.optional().describe('The moment the counted figures stand for; absent or ahead of now: now.'),
    organisation: OrganisationReading.default('as-was').describe(
      'Under which units counted figures stand: as-was, as-is, or those of a date.',
    ),
    lang: ReportLanguage.default('vi'),
    withoutCounterRatings: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true')
      .describe('true: satisfaction leaves out ratings by a link that a counter made.'),
    format: ReportFormat.default('json'),
  })
  .refine(({ compareFrom, compareTo }) => (compareFrom === undefined) === (compareTo === undefined), {
    message: 'compareFrom and compareTo go together.',
    path: ['compareFrom'],
  });
export type ReportParameters = z.infer<typeof ReportParameters>;

export interface ReportQuestion {
  readonly unit: string;
  readonly period: Period;
  readonly compareWith: Period | undefined;
  readonly asOf: Instant;
  readonly organisation: OrganisationReading;
  readonly language: ReportLanguage;
  readonly ratings: RatingFilter;
}

/** @throws ProblemError 400 `period.invalid` */
export function toQuestion(parameters: ReportParameters, now: Instant): ReportQuestion {
  const { unit, from, to, compareFrom, compareTo, asOf, organisation, lang, withoutCounterRatings } = parameters;
  const compareWith = compareFrom === undefined || compareTo === undefined ? undefined : { from: compareFrom, to: compareTo };
  for (const period of [{ from, to }, ...(compareWith === undefined ? [] : [compareWith])]) toPeriod(period); // refuses what ends before it begins
  const ratings = { withoutCounterRatings };
  return { unit, period: { from, to }, compareWith, asOf: toAsOf(asOf, now), organisation, language: lang, ratings };
}
