import type { ReportFigure, SupervisionReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import type { Office } from '@motcua/testing/stack';

export interface ReportPeriod {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

/** The two parts of a figure; both null where there is no data. */
export type Parts = Pick<ReportFigure, 'numerator' | 'denominator'>;

/** A figure of the supervision report as it stands now. */
export async function readFigure(office: Office, period: ReportPeriod, id: string): Promise<Parts> {
  const report = await office.get<SupervisionReport>('/v1/reports/supervision', { ...period, lang: 'vi', format: 'json' });
  const figure = report.figures.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`The report has no figure ${id}.`);
  return { numerator: figure.numerator, denominator: figure.denominator };
}

/** The next value of a figure that is another than `before`, and how long after `since` (epoch milliseconds) it was seen. */
export async function untilMoved(
  office: Office,
  { period, id, before, since }: { period: ReportPeriod; id: string; before: Parts; since: number },
): Promise<{ figure: Parts; afterMs: number }> {
  return waitFor(
    async () => {
      const figure = await readFigure(office, period, id);
      const hasMoved = figure.numerator !== before.numerator || figure.denominator !== before.denominator;
      return hasMoved && { figure, afterMs: Date.now() - since };
    },
    { describe: `the figure ${id} to move`, timeoutMs: 50_000, intervalMs: 20 },
  );
}

/** A period that ends tomorrow, so that what happens now lies in it. */
export function untilTomorrow(unit: string, from: string): ReportPeriod {
  const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
  return { unit, from, to: tomorrow };
}
