import type { ScoreReport } from '@motcua/contracts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { FigureLink } from '../board/figure-link.tsx';

const columns = ['no', 'criterion', 'rule', 'share', 'maximum', 'reached', 'wanting'] as const;

/** A line a criterion; what is not known says why, and has neither nought nor the maximum. */
export function ScoreTable({ report }: { readonly report: ScoreReport }) {
  const { t, i18n } = useTranslation('statutory');
  const format = useFormat();
  const points = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  return (
    <ScrollRegion label={format.name(report.name)}>
      <table className="ii06">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.groups.map((group) => (
            <Fragment key={group.id}>
              <tr className="score-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {format.name(group.name)}
                </th>
              </tr>
              {group.criteria.map((one) => (
                <tr key={one.id}>
                  <td>{one.id}</td>
                  <th scope="row">
                    {format.name(one.name)}
                    {!one.isCertain && <span title={t('believed')}> (*)</span>}
                  </th>
                  <td>{format.name(one.rule)}</td>
                  <td className="ii06-figure">
                    <Parts one={one} asOf={report.asOf} />
                  </td>
                  <td className="ii06-figure">{points.format(one.max)}</td>
                  <td className="ii06-figure">
                    {one.points === null ? t(`missing.${one.missing ?? 'source-absent'}`) : points.format(one.points)}
                  </td>
                  <td className="ii06-figure">{one.gain === null ? '–' : points.format(one.gain)}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="quiet">(*) {t('believed')}</p>
    </ScrollRegion>
  );
}

type Criterion = ScoreReport['groups'][number]['criteria'][number];

/** Both parts; of what boards count the dossiers are a click away. */
function Parts({ one, asOf }: { readonly one: Criterion; readonly asOf: string }) {
  const format = useFormat();
  if (one.numerator === null || one.denominator === null) return '–';
  const shown = `${format.count(one.numerator)} / ${format.count(one.denominator)}`;
  if (one.opens?.as !== 'dossiers') return shown;
  return (
    <FigureLink indicator={one.opens.indicator} part="rest" asOf={asOf} label={`${format.name(one.name)}: ${shown}`}>
      {shown}
    </FigureLink>
  );
}
