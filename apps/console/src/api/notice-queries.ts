import type { InboxPage, NoticePage } from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { dossierKey } from './dossier-queries.ts';
import { request } from './request.ts';

/** Who was told what about a dossier, with the proof. */
export const noticesQuery = (dossier: string) =>
  queryOptions({
    queryKey: [...dossierKey(dossier), 'notices'],
    queryFn: ({ signal }) => request<NoticePage>('/v1/notices', { query: { dossier, limit: 100 }, signal }),
  });

export const inboxKey = ['inbox'] as const;

/** The inbox of whoever is signed in, the newest first. */
export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, unread ? 'unread' : 'all'],
    queryFn: ({ pageParam, signal }) =>
      request<InboxPage>('/v1/inbox', { query: { unread, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** How many are unread. */
export const unreadQuery = queryOptions({
  queryKey: [...inboxKey, 'count'],
  queryFn: async ({ signal }) => (await request<InboxPage>('/v1/inbox', { query: { unread: true, limit: 1 }, signal })).unread,
  staleTime: 60_000,
});

export const markRead = (id: string): Promise<unknown> => request(`/v1/inbox/${id}/read`, { method: 'POST' });
export const markAllRead = (): Promise<unknown> => request('/v1/inbox/read-all', { method: 'POST' });
