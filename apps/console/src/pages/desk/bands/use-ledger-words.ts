import { useTranslation } from 'react-i18next';
import { joinDates, type LedgerLine } from '../ledger-line.ts';

/** Says a ledger in one line, in the language that is shown. */
export function useLedgerWords(): (line: LedgerLine) => string {
  const { t } = useTranslation('desk');
  return ({ limit, counted, skipped, afterCutOff, unconfirmed }) => {
    const named = skipped.flatMap(({ name }) => name ?? []);
    const parts = [
      limit === null ? '' : sayLimit(limit),
      counted.length === 0 ? '' : t('counted', { dates: joinDates(counted) }),
      skipped.length === 0 ? '' : t('skipped', { dates: joinDates(skipped.map(({ date }) => date)) }) + sayNames(named),
      afterCutOff ? t('afterCutOff') : '',
      unconfirmed ? t('unconfirmed') : '',
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };

  function sayLimit({ amount, unit }: NonNullable<LedgerLine['limit']>): string {
    if (amount === 0) return t('sameDay');
    if (unit === 'working-hour') return t('workingHours', { count: amount });
    return unit === 'calendar-day' ? t('calendarDays', { count: amount }) : t('workingDays', { count: amount });
  }
}

const sayNames = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${[...new Set(names)].join(', ')})`);
