import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Sparkline } from '../../../ui/sparkline.tsx';
import { Share } from '../cards/share.tsx';
import { FigureLink } from '../figure-link.tsx';
import { toSeries, type UnitMonth } from '../months/use-unit-months.ts';
import type { RankRow } from './rank-rows.ts';
import { RateBar } from './rate-bar.tsx';

const ON_TIME = 'on-time.closed';

export interface RankingRowProps {
  readonly row: RankRow;
  readonly months: readonly UnitMonth[];
  readonly target: number | undefined;
  readonly asOf: string | undefined;
}

export function RankingRow({ row, months, target, asOf }: RankingRowProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const link = { by: 'unit', rowKey: row.unit, asOf } as const;
  return (
    <tr>
      <th scope="row">
        <Link to="/board" search={(before) => ({ ...before, unit: row.unit })} className="ranking-unit" title={row.name}>
          {row.name}
        </Link>
      </th>
      <td>
        <span className="ranking-rate">
          <RateBar value={row.onTime?.value ?? null} target={target} isFew={row.isFew} />
          <FigureLink indicator={ON_TIME} part="rest" {...link}>
            <Share figure={row.onTime} />
          </FigureLink>
        </span>
        {row.isFew && <span className="ranking-few">{t('fewDossiers')}</span>}
      </td>
      <td className="ranking-number">
        <FigureLink
          indicator="open.overdue"
          part="value"
          {...link}
          className={row.overdue > 0 ? 'figure-link ranking-late' : 'figure-link'}
        >
          {row.overdue > 0 && <span aria-hidden>▲ </span>}
          {format.count(row.overdue)}
        </FigureLink>
      </td>
      <td className="ranking-number">
        <FigureLink indicator="online.filed" part="rest" {...link}>
          <Share figure={row.online} />
        </FigureLink>
      </td>
      <td className="ranking-number">
        <FigureLink indicator="received" part="value" {...link}>
          {format.count(row.received)}
        </FigureLink>
      </td>
      <td>
        <Sparkline
          values={toSeries(months, row.unit, ON_TIME)}
          label={t('trend', {
            name: row.name,
            first: formatMonth(months[0]?.period.from ?? ''),
            last: formatMonth(months.at(-1)?.period.from ?? ''),
          })}
        />
      </td>
    </tr>
  );
}
