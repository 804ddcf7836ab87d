import type { Board } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Share } from '../cards/share.tsx';

/** What the chart draws, in numbers. */
export function MonthTable({ rows }: { readonly rows: Board['rows'] }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <table className="month-table">
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('cards.onTime')}</th>
          <th scope="col">{t('received')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, indicators }) => (
          <tr key={key}>
            <th scope="row">{formatMonth(key)}</th>
            <td>
              <Share figure={indicators['on-time.closed']} />
            </td>
            <td>{format.count(indicators['received']?.value ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
