import type { IndicatorView } from '@motcua/contracts';
import { reportIndicators, type ReportIndicator } from '@motcua/report';

/** The indicators that no board counts, each with the way to what is behind it. */
export const listReportIndicators = (): IndicatorView[] =>
  reportIndicators.map((indicator) => ({ ...indicator, opens: opensOf(indicator) }));

/** Where a figure of such an indicator is opened. */
export function opensOf({ id, kind }: ReportIndicator): IndicatorView['opens'] {
  switch (kind) {
    case 'rating':
      return { as: 'ratings', href: '/v1/ratings' };
    case 'institutional':
      return { as: 'documents', href: `/v1/indicators/${id}/evidence` };
  }
}
