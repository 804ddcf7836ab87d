import { SupervisionReport, type OrganisationReading, type ReportFormat, type ReportLanguage } from '@motcua/contracts';
import type { Period } from '@motcua/terminal';
import { type GatewayClient, toCliError } from '@motcua/client';

export interface ReportQuery {
  readonly unit: string;
  readonly period: Period;
  readonly compareWith?: Period | undefined;
  readonly lang: ReportLanguage;
  /** ISO 8601 with an offset; without it the present moment. */
  readonly asOf?: string | undefined;
  /** Under which units; without it as-was. */
  readonly organisation?: OrganisationReading | undefined;
  /** Satisfaction without ratings by a link that a counter made. */
  readonly withoutCounterRatings?: boolean | undefined;
}

const path = '/v1/reports/supervision';

function toQuery({ unit, period, compareWith, lang, asOf, organisation, withoutCounterRatings = false }: ReportQuery) {
  const compared = { compareFrom: compareWith?.from, compareTo: compareWith?.to };
  return {
    unit,
    ...period,
    ...compared,
    lang,
    asOf,
    organisation,
    withoutCounterRatings: withoutCounterRatings ? 'true' : undefined,
  };
}

/** The report as data, as the service answers it: nothing is computed on this side. */
export async function getReport(client: Pick<GatewayClient, 'request'>, query: ReportQuery): Promise<SupervisionReport> {
  return SupervisionReport.parse(await client.request(path, { query: { ...toQuery(query), format: 'json' } }));
}

/** The report as a text, to the letter. */
export async function getReportText(
  client: Pick<GatewayClient, 'fetch'>,
  query: ReportQuery,
  format: Exclude<ReportFormat, 'json'>,
): Promise<string> {
  const response = await client.fetch(path, {
    query: { ...toQuery(query), format },
    headers: { accept: 'text/*, application/json' },
  });
  const text = await response.text();
  if (!response.ok) throw toCliError(response, text);
  return text;
}
