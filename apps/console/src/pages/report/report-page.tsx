import type { SupervisionReport } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../api/board-queries.ts';
import { DisputeButton } from '../../dispute/dispute-button.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyPeriod } from '../../scope/empty-period.tsx';
import { toPrevious, toYearBefore } from '../../scope/periods.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { Loading } from '../../ui/states.tsx';
import { Split } from '../../ui/split.tsx';
import { FigurePanel } from './figure/figure-panel.tsx';
import { FigureTable } from './figure-table.tsx';
import { Recommendations } from './recommendations.tsx';
import { Remarks } from './remarks.tsx';
import { ReportHead } from './report-head.tsx';
import { ReportText } from './report-text.tsx';
import './report.css';

const route = getRouteApi('/report');

/** What a supervising delegation writes of a unit, each figure of which opens. */
export function ReportPage() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { unit = '', period } = useScope();
  const { compare, asOf } = route.useSearch();
  const other = compare === undefined ? undefined : compare === 'previous' ? toPrevious(period) : toYearBefore(period);
  const query = useQuery({ ...reportQuery({ unit, ...period, asOf, compare: other }, format.locale), enabled: unit !== '' });
  if (unit === '') return <Loading height={600} />;
  return (
    <article className="report">
      <Answer query={query} height={600}>
        {(report) => (
          <>
            <ReportHead report={report} />
            <EmptyPeriod unit={unit} period={period} asOf={asOf} />
            <Opened report={report} />
            <p className="page-help">
              {t('help')} <DisputeButton about={{ page: 'report', asOf: report.asOf }} />
            </p>
          </>
        )}
      </Answer>
    </article>
  );
}

function Opened({ report }: { readonly report: SupervisionReport }) {
  const { figure: id } = route.useSearch();
  const figure = [...report.figures, ...report.further].find((one) => one.id === id);
  return (
    <Split beside={figure === undefined ? undefined : <FigurePanel key={figure.id} figure={figure} report={report} />}>
      <ReportText report={report} />
      <Remarks report={report} />
      <Recommendations report={report} />
      <FigureTable report={report} />
    </Split>
  );
}
