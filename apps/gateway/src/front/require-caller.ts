import { authMissing, bearerTokenOf, type Actor } from '@motcua/auth';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../providers/bearer.ts';
import type { Bearers } from '../bearers/bearers.ts';
import { choosePost, postHeader } from '../providers/choose-post.ts';
import type { Person, Post } from '../providers/person.ts';
import { isAttended } from '../session/is-attended.ts';
import { checkOwnPage } from '../session/own-page.ts';
import { findSessionSecret } from '../session/session-cookie.ts';
import { sessionEnded } from '../session/session-problems.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AccessTokens } from '../tokens/access-tokens.ts';
import type { Caller } from '../tokens/caller.ts';
import { checkWall } from '../session/check-wall.ts';

export interface Door {
  /** Who shows this access token. */
  readonly verify: (token: string) => Promise<Bearer>;
  readonly bearers: Bearers;
  /** Of browsers, where people can sign in. */
  readonly sessions: Sessions | undefined;
  readonly ownOrigin: string;
  readonly tokens: AccessTokens;
}

interface LetIn {
  readonly actor: Actor;
  /** What the service is shown in place of what the caller showed us. */
  readonly token: string;
  /** Who was let in by a cookie has a session, who was by a token is its bearer. */
  readonly session: Session | undefined;
  readonly bearer: Bearer | undefined;
}

/** A request, for whoever wants to know who it is of. */
export type Asking = object;
const letIn = new WeakMap<Asking, LetIn>();

/** The actor of a request that has passed `requireCaller`. */
export const findActor = (request: Asking): Actor | undefined => letIn.get(request)?.actor;
/** Of a request that was let in by a cookie. */
export const findSessionOf = (request: Asking): Session | undefined => letIn.get(request)?.session;
/** Of a request that was let in by an access token. */
export const findBearerOf = (request: Asking): Bearer | undefined => letIn.get(request)?.bearer;
/** The `Authorization` that its service is shown. */
export function findAuthorization(request: Asking): string | undefined {
  const token = letIn.get(request)?.token;
  return token === undefined ? undefined : `Bearer ${token}`;
}

/**
 * Turns requests of nobody we know away before a byte of their body is read: who shows no valid token of a provider and has no session.
 * Services ask each other, never through here. They check again: they trust nobody.
 */
export function requireCaller(scope: FastifyInstance, door: Door): void {
  scope.addHook('onRequest', async (request) => {
    letIn.set(request, await identify(request, door));
  });
}

/** Knows a caller where there is one: what is behind is open to some, and its service says to whom. */
export function welcomeCaller(scope: FastifyInstance, door: Door): void {
  scope.addHook('onRequest', async (request) => {
    const known = await identify(request, door).catch(() => undefined);
    if (known !== undefined) letIn.set(request, known);
  });
}

async function identify(request: FastifyRequest, door: Door): Promise<LetIn> {
  const { caller, ...by } =
    request.headers.authorization === undefined ? await bySession(request, door) : await byToken(request, door);
  return { ...by, actor: caller, token: await door.tokens.get(caller) };
}

type Known = Pick<LetIn, 'session' | 'bearer'> & { readonly caller: Caller };

async function byToken({ headers }: FastifyRequest, { verify }: Door): Promise<Known> {
  const bearer = await verify(bearerTokenOf(headers.authorization));
  const { person } = bearer;
  const named = headers[postHeader];
  const caller = toCaller(person, choosePost(person, typeof named === 'string' ? named : undefined), bearer.sid);
  return { caller, bearer, session: undefined };
}

async function bySession(request: FastifyRequest, { sessions, ownOrigin }: Door): Promise<Known> {
  const secret = findSessionSecret(request.headers.cookie);
  if (secret === undefined || sessions === undefined) throw authMissing();
  const session = await sessions.find(secret, isAttended(request));
  if (session === undefined) throw sessionEnded();
  checkOwnPage(request, secret, ownOrigin);
  if (session.isWall) checkWall(request);
  const { person, post, sid, providerSid } = session;
  return { caller: { ...toCaller(person, post ?? choosePost(person, undefined), providerSid), sid }, session, bearer: undefined };
}

const toCaller = ({ sub, name, amr }: Person, post: Post, providerSid: string | undefined): Caller => ({
  sub,
  ...post,
  ...(name === undefined ? {} : { name }),
  ...(providerSid === undefined ? {} : { providerSid }),
  ...(amr.length === 0 ? {} : { amr }),
});
