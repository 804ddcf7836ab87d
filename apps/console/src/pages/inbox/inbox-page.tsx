import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inboxKey, inboxQuery, markAllRead, markRead } from '../../api/notice-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { InboxLine } from './inbox-line.tsx';
import '../../ui/plain-list.css';
import './inbox.css';

const route = getRouteApi('/inbox');

/** What the reader was told, the newest first. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { all } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const query = useInfiniteQuery(inboxQuery(all !== true));
  const refresh = { onSuccess: () => client.invalidateQueries({ queryKey: inboxKey }) };
  const reading = useMutation({ mutationFn: markRead, ...refresh });
  const readingAll = useMutation({ mutationFn: markAllRead, ...refresh });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <div className="inbox">
      <h1>{t('title')}</h1>
      <div className="inbox-tools">
        <Choice
          label={t('which')}
          hidesLabel
          options={[
            { value: 'unread', label: t('unread') },
            { value: 'all', label: t('all') },
          ]}
          value={all === true ? 'all' : 'unread'}
          onChange={(value) =>
            void navigate({ search: ({ all: _all, ...rest }) => ({ ...rest, ...(value === 'all' ? { all: true } : {}) }) })
          }
        />
        <span>{t('count', { number: format.count(unread) })}</span>
        <Button
          isDisabled={unread === 0 || readingAll.isPending}
          onPress={() => {
            readingAll.mutate();
          }}
        >
          {t('readAll')}
        </Button>
      </div>
      {query.data === undefined &&
        (query.error === null ? <Loading height={320} /> : <Failed error={query.error} onRetry={() => void query.refetch()} />)}
      {query.data !== undefined && items.length === 0 && <Empty>{t(all === true ? 'empty' : 'emptyUnread')}</Empty>}
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map((item) => (
            <InboxLine
              key={item.id}
              item={item}
              onRead={() => {
                if (item.readAt === null) reading.mutate(item.id);
              }}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <p className="page-help">{t('help')}</p>
    </div>
  );
}
