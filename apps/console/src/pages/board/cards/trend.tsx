import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates.ts';
import { Sparkline } from '../../../ui/sparkline.tsx';
import type { CardData } from './card-data.ts';

/** The twelve months of an indicator as a small line. */
export function Trend({ data, indicator, name }: { readonly data: CardData; readonly indicator: string; readonly name: string }) {
  const { t } = useTranslation('board');
  const [first, last] = [data.months[0], data.months.at(-1)];
  if (first === undefined || last === undefined || data.months.length < 2) return null;
  const label = t('trend', { name, first: formatMonth(first.key), last: formatMonth(last.key) });
  return (
    <Sparkline values={data.months.map(({ indicators }) => indicators[indicator]?.value ?? null)} label={label} width={88} />
  );
}
