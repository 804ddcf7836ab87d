import { authMissing } from '@motcua/auth';
import { toValidationProblem } from '@motcua/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notYourPost } from '../providers/choose-post.ts';
import { listHeldPosts } from '../providers/training.ts';
import { checkOwnPage } from '../session/own-page.ts';
import { bringsSessionCookie, findSessionSecret, forgetSessionCookie, toSessionCookie } from '../session/session-cookie.ts';
import { boardAlone, sessionEnded } from '../session/session-problems.ts';
import { toCsrfToken } from '../session/session-secret.ts';
import { idleEndOf, type Session } from '../session/session.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { toSignOutAddress } from './sign-out-address.ts';
import type { SignInContext } from './sign-in-context.ts';

interface Known {
  readonly secret: string;
  readonly session: Session;
}

/** What a page asks of its session: who is signed in, another post, the end of it here or everywhere. */
export function addSessionRoutes(scope: FastifyInstance, context: SignInContext): void {
  scope.get('/auth/session', async (request, reply) => {
    const known = await find(request, context);
    if (known !== undefined) return reply.send(describe(known, context.now()));
    // No refusal: whoever opens the page asks this first.
    if (bringsSessionCookie(request.headers.cookie)) reply.header('set-cookie', forgetSessionCookie());
    return reply.send({ signedIn: false });
  });

  /** Somebody is there, though their page has had nothing to ask for. */
  scope.post('/auth/stay', async (request, reply) => reply.send(describe(await require(request, context), context.now())));

  /** From then on whoever stands at that screen can do nothing with it but read the board. */
  scope.post('/auth/wall', async (request, reply) => {
    const { session } = await require(request, context);
    return goOn(reply, session, { post: session.post, isWall: true }, context);
  });

  scope.post('/auth/post', async (request, reply) => {
    const { session } = await require(request, context);
    if (session.isWall) throw boardAlone();
    const asked = Post.safeParse(request.body);
    if (!asked.success) throw toValidationProblem(asked.error.issues);
    const held = listHeldPosts(session.person);
    const post = held.find(({ role, unit }) => role === asked.data.role && unit === asked.data.unit);
    if (post === undefined) throw notYourPost(held);
    return goOn(reply, session, { post, isWall: false }, context);
  });

  /** The browser goes on to the provider, which ends its own session there, and leads back. */
  scope.post('/auth/sign-out', async (request, reply) => {
    const { session } = await require(request, context);
    const location = await toSignOutAddress(session, context);
    await context.sessions.end(session);
    return reply.header('set-cookie', forgetSessionCookie()).send({ location });
  });

  scope.post('/auth/sign-out-everywhere', async (request, reply) => {
    const { session } = await require(request, context);
    reply.header('set-cookie', forgetSessionCookie());
    return reply.send({ location: await signOutEverywhere(session, context) });
  });
}

const Post = z.object({ role: z.string(), unit: z.string().optional() });

/** The session as something else, under a new secret. */
async function goOn(
  reply: FastifyReply,
  session: Session,
  as: Pick<Session, 'post' | 'isWall'>,
  { sessions, now }: SignInContext,
) {
  const secret = await sessions.move(session, as);
  if (secret === undefined) throw sessionEnded();
  const known = { secret, session: { ...session, ...as, seenAt: new Date(now()) } };
  return reply.header('set-cookie', toSessionCookie(secret)).send(describe(known, now()));
}

async function find(request: FastifyRequest, { sessions }: SignInContext): Promise<Known | undefined> {
  const secret = findSessionSecret(request.headers.cookie);
  // To ask for it is no use of it: a page left open asks now and then.
  const session = secret === undefined ? undefined : await sessions.find(secret, request.method !== 'GET');
  return secret === undefined || session === undefined ? undefined : { secret, session };
}

async function require(request: FastifyRequest, context: SignInContext): Promise<Known> {
  if (findSessionSecret(request.headers.cookie) === undefined) throw authMissing();
  const known = await find(request, context);
  if (known === undefined) throw sessionEnded();
  checkOwnPage(request, known.secret, new URL(context.publicUrl).origin);
  return known;
}

function describe({ secret, session }: Known, nowMs: number) {
  const { person, post, isWall, sid, provider, endsAt } = session;
  return {
    signedIn: true,
    sid,
    provider,
    person: { sub: person.sub, name: person.name ?? person.sub, amr: person.amr },
    posts: person.posts,
    training: person.training ?? [],
    post: post ?? null,
    isWall,
    // Counted from now: clocks of offices go wrong.
    idleSeconds: isWall ? null : Math.max(0, Math.round((idleEndOf(session).getTime() - nowMs) / 1_000)),
    endsAt: endsAt.toISOString(),
    csrfToken: toCsrfToken(secret),
  };
}
