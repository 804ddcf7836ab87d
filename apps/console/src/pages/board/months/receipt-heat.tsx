import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { Loading, NoData } from '../../../ui/states.tsx';
import { toShade } from '../shade/shade.ts';
import type { BoardScope } from '../board-scope.ts';
import { toSeries, useUnitMonths } from './use-unit-months.ts';

/** How many dossiers came to each unit in each month; the number stands in its cell, the shade only helps to find it. */
export function ReceiptHeat({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const months = useUnitMonths(scope);
  const rows = months.at(-1)?.rows;
  const units = (rows ?? []).map(({ key, name }) => ({
    key,
    name: name === undefined ? key : format.name(name),
    counts: toSeries(months, key, 'received'),
  }));
  const largest = Math.max(0, ...units.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  return (
    <Panel title={t('heat')}>
      {rows === undefined && <Loading height={240} />}
      {rows?.length === 0 && <NoData />}
      {units.length > 0 && (
        <ScrollRegion label={t('heat')}>
          <table className="heat">
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                {months.map(({ period }) => (
                  <th key={period.from} scope="col">
                    {formatMonth(period.from).slice(0, 2)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map(({ key, name, counts }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {counts.map((count, index) => (
                    <td key={months[index]?.period.from} className={`heat-${toShade(count ?? 0, largest)}`}>
                      {count === null ? '' : format.count(count)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Panel>
  );
}
