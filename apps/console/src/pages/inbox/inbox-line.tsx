import type { InboxItem } from '@motcua/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNoticeName } from '../../dossier/use-notice-name.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';

/** One thing that the reader was told. */
export function InboxLine({ item, onRead }: { readonly item: InboxItem; readonly onRead: () => void }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const nameOf = useNoticeName();
  return (
    <li className={item.readAt === null ? 'plain-line inbox-unread' : 'plain-line'}>
      <div className="plain-main">
        <span className="plain-whole inbox-title">
          {item.dossierId === null ? (
            item.title
          ) : (
            <Link to="/dossiers/$id" params={{ id: item.dossierId }} onClick={onRead}>
              {item.title}
            </Link>
          )}
        </span>
        <span className="quiet">
          {nameOf(item.event)}
          {item.urgency === 'high' && ` · ${t('high')}`} · {format.moment(item.shownAt, item.timeZone)}
        </span>
      </div>
      <p className="inbox-text">
        {item.text}
        {item.members > 0 && <span className="quiet"> {t('members', { number: format.count(item.members) })}</span>}
      </p>
      {item.readAt === null && <Button onPress={onRead}>{t('markRead')}</Button>}
    </li>
  );
}
