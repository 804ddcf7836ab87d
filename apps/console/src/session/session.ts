import { queryOptions } from '@tanstack/react-query';
import { request, takeCsrfToken } from '../api/request.ts';

export const roles = ['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** An office held: a role in a unit; without a unit, of the whole installation. */
export interface Post {
  readonly role: Role;
  readonly unit?: string;
}

/** `GET /auth/session`: who is signed in, and in which of their posts. */
export interface Session {
  readonly person: { readonly sub: string; readonly name: string };
  readonly posts: readonly Post[];
  readonly post: Post;
  readonly csrfToken: string;
  readonly idleEndsAt: string;
  readonly absoluteEndsAt: string;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await request<Session>('/auth/session', { signal });
    takeCsrfToken(session);
    return session;
  },
  staleTime: 60_000,
  retry: false,
});

/** Goes on in another of one's posts. Everything that was asked for in the former one is to be forgotten after it. */
export const choosePost = (post: Post): Promise<unknown> => request('/auth/post', { method: 'POST', body: post });

export const signOut = (): Promise<unknown> => request('/auth/sign-out', { method: 'POST' });

export const signOutEverywhere = (): Promise<unknown> => request('/auth/sign-out-everywhere', { method: 'POST' });

/** Where the door is; after it the reader comes back to `to`, a path of this console. */
export const toSignIn = (to: string): string => `/auth/sign-in?to=${encodeURIComponent(to)}`;
