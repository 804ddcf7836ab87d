import type { DuePreview } from '@motcua/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { toLedgerLine } from '../ledger-line.ts';
import { useLedgerWords } from './use-ledger-words.ts';

/** The moment that would be promised now, and in one line how it is counted. */
export function DuePromise({ due }: { readonly due: UseQueryResult<DuePreview> | undefined }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const say = useLedgerWords();
  if (due === undefined) return <p className="due-quiet">{t('dueLater')}</p>;
  // What was counted a moment ago stands while the network is away, and says of when it is.
  if (due.data !== undefined)
    return (
      <p className="due" aria-live="polite">
        <strong>{due.data.due === null ? t('noLimit') : t('dueAt', { moment: format.moment(due.data.due) })}</strong>
        <span className="due-ledger">{say(toLedgerLine(due.data.ledger))}</span>
        {due.isError && <span className="due-quiet">{t('countedAt', { moment: format.clock(due.data.receivedAt) })}</span>}
      </p>
    );
  if (due.isError) {
    const sentence = due.error instanceof ApiProblem ? due.error.toSentence(format.locale) : undefined;
    return <p className="due-quiet">{sentence ?? t('dueUnknown')}</p>;
  }
  return <p className="due-quiet">{t('counting')}</p>;
}
