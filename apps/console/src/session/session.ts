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
  /** In which this person may practise. */
  readonly training: readonly Post[];
  readonly post: Post;
  readonly csrfToken: string;
  /** Left at a wall: it reads the board alone, and does not become idle. */
  readonly isWall: boolean;
  /** Until it ends for want of use; null where it does not. */
  readonly idleSeconds: number | null;
  readonly endsAt: string;
}

/** What the door says: of nobody, of somebody, and of somebody with several posts who has not chosen one yet. */
type Answer = { readonly signedIn: false } | (Omit<Session, 'post'> & { readonly signedIn: true; readonly post: Post | null });

/** @returns null where nobody is signed in */
export async function readSession(signal?: AbortSignal): Promise<Session | null> {
  const answer = await request<Answer>('/auth/session', signal === undefined ? {} : { signal });
  if (!answer.signedIn) return null;
  takeCsrfToken(answer);
  return answer.post === null ? startInFirstPost(answer.posts) : { ...answer, post: answer.post };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
  retry: false,
});

/** Goes on in another of one's posts. Everything that was asked for in the former one is to be forgotten after it. */
export const choosePost = (post: Post): Promise<Session> => request<Session>('/auth/post', { method: 'POST', body: post });

/** Somebody is here, though the page has nothing to ask for. */
export const stay = (): Promise<unknown> => request('/auth/stay', { method: 'POST' });

/** From then on this browser reads the board and nothing else, and is not asked whether somebody is here. */
export const leaveAtWall = (): Promise<Session> => request<Session>('/auth/wall', { method: 'POST' });

/** Nothing can be asked for in no post; the menu leads to the others. */
async function startInFirstPost([first]: readonly Post[]): Promise<Session | null> {
  if (first === undefined) return null;
  const session = await choosePost(first);
  takeCsrfToken(session);
  return session;
}

/** The provider ends its own session at `location`, and leads back here. */
interface SignedOut {
  readonly location: string;
}

export const signOut = (): Promise<SignedOut> => request<SignedOut>('/auth/sign-out', { method: 'POST' });

export const signOutEverywhere = (): Promise<SignedOut> => request<SignedOut>('/auth/sign-out-everywhere', { method: 'POST' });

/** Where the door is; after it the reader comes back to `to`, a path of this console. */
export const toSignIn = (to: string): string => `/auth/sign-in?to=${encodeURIComponent(to)}`;
