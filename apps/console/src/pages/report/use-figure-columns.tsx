import type { ReportFigure } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { NoData } from '../../ui/states.tsx';

type Parts = Pick<ReportFigure, 'value' | 'numerator' | 'denominator'>;

/** Columns of the same figures, once for each period or unit they are of. */
export function useFigureColumns() {
  const { t } = useTranslation('report');
  const format = useFormat();
  /**
   * @param of whose figures they are @param find the figure of them that stands in a row
   * @param isOther the difference to the row's own figure stands beside
   */
  return (of: string, find: (row: ReportFigure) => Parts | undefined, isOther = false): Column<ReportFigure>[] => [
    { title: of, isNumber: true, cell: (row) => <Value parts={find(row)} /> },
    ...(isOther
      ? [
          {
            title: `± ${of}`,
            isNumber: true,
            cell: (row: ReportFigure) => {
              const other = find(row)?.value ?? null;
              return row.value === null || other === null ? '–' : t('points', { points: format.points(row.value - other) });
            },
          },
        ]
      : []),
  ];
}

function Value({ parts }: { readonly parts: Parts | undefined }) {
  const format = useFormat();
  if (typeof parts?.numerator !== 'number' || !parts.denominator) return <NoData />;
  return (
    <>
      <strong>{format.share(parts.numerator, parts.denominator)}</strong>
      <span className="figure-parts">
        {format.count(parts.numerator)} / {format.count(parts.denominator)}
      </span>
    </>
  );
}
