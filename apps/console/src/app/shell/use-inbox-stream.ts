import type { InboxMessage } from '@motcua/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followStream } from '../../api/follow-stream.ts';
import { inboxKey, unreadQuery } from '../../api/notice-queries.ts';

/** Keeps the number at the bell, and an open inbox, up to date. */
export function useInboxStream(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      followStream('/v1/inbox/live', {
        events: ['inbox'],
        onData: (data) => {
          const { unread, items } = data as InboxMessage;
          client.setQueryData(unreadQuery.queryKey, unread);
          if (items.length > 0)
            void client.invalidateQueries({ queryKey: inboxKey, predicate: ({ queryKey }) => queryKey[1] !== 'count' });
        },
      }),
    [client],
  );
}
