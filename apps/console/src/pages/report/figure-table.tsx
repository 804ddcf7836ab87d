import type { ReportFigure, SupervisionReport } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../api/board-queries.ts';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed } from '../../ui/states.tsx';
import { OpenFigure } from './open-figure.tsx';
import { useFigureColumns } from './use-figure-columns.tsx';

const route = getRouteApi('/report');

/** The figures of the text and those beside it, with the other period's or the other unit's where one is chosen. */
export function FigureTable({ report }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { with: otherUnit, asOf } = route.useSearch();
  const other = useQuery({
    // Two units are compared at one moment.
    ...reportQuery({ unit: otherUnit ?? '', ...report.period, asOf }, format.locale),
    enabled: otherUnit !== undefined,
  });
  const toColumns = useFigureColumns();
  const compared = report.comparedWith;
  const others = new Map([...(other.data?.figures ?? []), ...(other.data?.further ?? [])].map((figure) => [figure.id, figure]));
  const columns: Column<ReportFigure>[] = [
    { title: t('columns.figure'), cell: ({ id, label }) => <OpenFigure id={id}>{label}</OpenFigure> },
    ...toColumns(report.unitName, (figure) => figure),
    ...(compared === null ? [] : toColumns(formatPeriod(compared.from, compared.to), (figure) => figure.compared, true)),
    ...(otherUnit === undefined ? [] : toColumns(other.data?.unitName ?? otherUnit, ({ id }) => others.get(id), true)),
  ];
  return (
    <Panel title={t('figures')}>
      {other.error !== null && <Failed error={other.error} onRetry={() => void other.refetch()} />}
      <DataTable
        label={t('figures')}
        columns={columns}
        rows={[...report.figures, ...report.further.filter(({ missing }) => missing === null)]}
        rowKey={({ id }) => id}
      />
    </Panel>
  );
}
