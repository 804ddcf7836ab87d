import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unreadQuery } from '../../api/notice-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useInboxStream } from './use-inbox-stream.ts';
import '../../ui/button.css';

/** How much is unread; opens the inbox. */
export function InboxBell() {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { data: unread = 0 } = useQuery(unreadQuery);
  useInboxStream();
  return (
    <Link to="/inbox" className="button button-quiet bell" aria-label={t('bell', { number: format.count(unread) })}>
      <Bell size={20} aria-hidden />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {unread > 99 ? '99+' : format.count(unread)}
        </span>
      )}
    </Link>
  );
}
