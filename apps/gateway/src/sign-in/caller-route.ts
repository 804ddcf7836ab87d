import { bearerTokenOf } from '@motcua/auth';
import type { FastifyInstance } from 'fastify';
import { choosePost, postHeader } from '../providers/choose-post.ts';
import type { Door } from '../front/require-caller.ts';
import { toPostName } from '../providers/person.ts';

/**
 * Whom we take a bearer of a token for, for clients of the API and `motcua whoami`: only we know what a provider's claims mean here. `post`
 * is the one that a request without `motcua-post`, or with the one it brings, would be made in; null: one of several has to be named.
 */
export function addCallerRoute(scope: FastifyInstance, verify: Door['verify']): void {
  scope.get('/auth/caller', async ({ headers }, reply) => {
    const { person } = await verify(bearerTokenOf(headers.authorization));
    const { sub, name, amr, posts } = person;
    const named = headers[postHeader];
    const isOpen = posts.length !== 1 && named === undefined;
    const post = isOpen ? null : toPostName(choosePost(person, typeof named === 'string' ? named : undefined));
    return reply.send({ sub, name: name ?? sub, amr, posts: posts.map(toPostName), post });
  });
}
