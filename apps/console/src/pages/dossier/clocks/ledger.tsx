import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { toLedgerLines, type CountedDays, type LedgerEntry } from './to-ledger-lines.ts';

/** Why the due moment is when it is, in the order it was counted. */
export function Ledger({ ledger, timeZone }: { readonly ledger: readonly Record<string, unknown>[]; readonly timeZone: string }) {
  const { t } = useTranslation('dossier');
  const say = useLedgerWords(timeZone);
  if (ledger.length === 0) return <p className="dialog-hint">{t('clocks.ledgerEmpty')}</p>;
  return (
    <ol className="ledger">
      {toLedgerLines(ledger as unknown as LedgerEntry[]).map((line, index) => (
        <li key={index}>{say(line)}</li>
      ))}
    </ol>
  );
}

function useLedgerWords(timeZone: string): (line: LedgerEntry | CountedDays) => string {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const at = (moment: unknown): string => (typeof moment === 'string' ? format.moment(moment, timeZone) : '–');
  const on = (date: unknown): string => formatDate(String(date));
  return (line) => {
    // What the API calls a ledger has open fields; each kind has those of libs/calendar.
    const entry = line as LedgerEntry;
    switch (entry.kind) {
      case 'started': {
        const { amount, unit } = entry['limit'] as { amount: number; unit: 'working-day' };
        const limit = amount === 0 ? t('limits.same-day') : t(`limits.${unit}`, { number: format.count(amount) });
        return t(entry['because'] === 'receipt' ? 'ledger.started' : 'ledger.restarted', { at: at(entry['at']), limit });
      }
      case 'counted':
        return t(entry['from'] === entry['to'] ? 'ledger.countedDay' : 'ledger.counted', {
          from: on(entry['from']),
          to: on(entry['to']),
          number: format.count(Number(entry['number'])),
        });
      case 'day':
        return sayDay(entry);
      case 'pause':
        return entry['to'] === null
          ? t('ledger.pauseOpen', { from: at(entry['from']) })
          : t('ledger.pause', {
              from: at(entry['from']),
              to: at(entry['to']),
              before: at(entry['dueBefore']),
              after: at(entry['dueAfter']),
            });
      case 'cut-off':
        return t('ledger.cutOff', { cutOff: String(entry['cutOff']) });
      case 'forwarded':
        return t('ledger.forwarded', { from: at(entry['from']), to: at(entry['to']) });
      case 'rolled':
        return t('ledger.rolled', { from: on(entry['from']), to: on(entry['to']) });
      case 'extension':
        return t('ledger.extension', { before: at(entry['dueBefore']), after: at(entry['dueAfter']) });
      case 'unconfirmed':
        return t('ledger.unconfirmed', { from: on(entry['from']) });
      case 'due':
        return entry['at'] === null ? t('ledger.dueOpen') : t('ledger.due', { at: at(entry['at']) });
      default:
        return entry.kind;
    }
  };

  function sayDay(entry: LedgerEntry): string {
    const name = typeof entry['name'] === 'string' && entry['name'] !== '' ? entry['name'] : undefined;
    const { minutes } = entry as unknown as { minutes: number | null };
    if (entry['counted'] === true && minutes !== null)
      return t('ledger.minutes', { date: on(entry['date']), time: format.duration(minutes) });
    const reason = name ?? t(`ledger.reasons.${entry['reason'] as 'weekend'}`);
    return t('ledger.skipped', { date: on(entry['date']), reason });
  }
}
