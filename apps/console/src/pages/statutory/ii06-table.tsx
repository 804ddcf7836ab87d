import type { Ii06Report } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Ii06Cells } from './ii06-cells.tsx';

type Column = Ii06Report['columns'][number];
const groups = ['received', 'finished', 'open'] as const;
const isInPeriod = ({ number }: Column): boolean => number === '4' || number === '5';

/** The table as the circular lays it out: three lines of headings, the numbers of the columns, the total. */
export function Ii06Table({ report }: { readonly report: Ii06Report }) {
  const { t } = useTranslation('statutory');
  const format = useFormat();
  const { columns, lines, total } = report;
  return (
    <ScrollRegion label={format.name(report.title)}>
      <table className="ii06">
        <thead>
          <tr>
            <th rowSpan={3} scope="col">
              {t('no')}
            </th>
            <th rowSpan={3} scope="col">
              {format.name(report.rowTitle)}
            </th>
            {groups.map((group) => (
              <th key={group} colSpan={columns.filter((column) => column.group === group).length} scope="colgroup">
                {t(`groups.${group}`)}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) =>
              isInPeriod(column) ? (
                column.number === '4' && (
                  <th key={column.number} colSpan={2} scope="colgroup">
                    {t('inPeriod')}
                  </th>
                )
              ) : (
                <th key={column.number} rowSpan={2} scope="col">
                  {format.name(column.title)}
                </th>
              ),
            )}
          </tr>
          <tr>
            {columns.filter(isInPeriod).map((column) => (
              <th key={column.number} scope="col">
                {format.name(column.title)}
              </th>
            ))}
          </tr>
          <tr className="ii06-numbers">
            {['1', '2', ...columns.map(({ number }) => number)].map((number) => (
              <td key={number}>({number})</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.key}>
              <td>{index + 1}</td>
              <th scope="row">{format.name(line.name)}</th>
              <Ii06Cells row={format.name(line.name)} columns={columns} cells={line.cells} asOf={report.asOf} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{t('total')}</th>
            <Ii06Cells row={t('total')} columns={columns} cells={total} asOf={report.asOf} />
          </tr>
        </tfoot>
      </table>
      {columns.some(({ number }) => number === '6a') && <p className="quiet">{t('handedOver')}</p>}
    </ScrollRegion>
  );
}
