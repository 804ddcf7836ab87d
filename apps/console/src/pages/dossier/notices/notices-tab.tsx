import type { DossierSnapshot, Notice } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { noticesQuery } from '../../../api/notice-queries.ts';
import { useNoticeName } from '../../../dossier/use-notice-name.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Empty } from '../../../ui/states.tsx';
import './notices.css';

/** Who was told what about the dossier, when, how, and with what answer. */
export function NoticesTab({ dossier }: { readonly dossier: DossierSnapshot }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(noticesQuery(dossier.dossierId));
  return (
    <Answer query={query} height={120}>
      {({ notices }) =>
        notices.length === 0 ? (
          <Empty>{t('notices.none')}</Empty>
        ) : (
          <ul className="notices">
            {notices.map((notice) => (
              <NoticeProof key={notice.id} notice={notice} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function NoticeProof({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('dossier');
  const { t: ofInbox } = useTranslation('inbox');
  const nameOf = useNoticeName();
  const format = useFormat();
  const { recipient, timeZone } = notice;
  return (
    <li>
      <p>
        <strong>{nameOf(notice.event)}</strong> → {t(`notices.to.${recipient.kind}`, { id: recipient.id })} ·{' '}
        {format.moment(notice.createdAt, timeZone)}
        {notice.readAt !== null && ` · ${t('notices.readAt', { at: format.moment(notice.readAt, timeZone) })}`}
      </p>
      {notice.deliveries.map((delivery) => (
        <details key={delivery.id}>
          <summary>
            {ofInbox(`channels.${delivery.channel}`)} ·{' '}
            <span className={['failed', 'expired'].includes(delivery.state) ? 'status-late' : ''}>
              {t(`notices.states.${delivery.state}`)}
            </span>
            {typeof delivery.overtakenBy === 'string' &&
              ` · ${t('notices.overtakenBy', { event: nameOf(delivery.overtakenBy) })}`}
            {delivery.reason !== null && ` · ${delivery.reason}`}
          </summary>
          <ol className="notice-attempts" aria-label={t('notices.attempts')}>
            {delivery.attempts.map((attempt, index) => (
              <li key={index}>
                {format.moment(attempt.at, timeZone)} · {ofInbox(`channels.${attempt.channel}`)} · {attempt.answer}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </li>
  );
}
