import { bearerTokenOf, createPersonVerifier, type Actor } from '@motcua/auth';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

const actors = new WeakMap<FastifyRequest, Actor>();

/** The actor of a request that has passed `requireToken`. */
export function findActor(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

/**
 * Turns requests without a valid token of a person or a legacy system away before a byte of their body is read. Services ask each other,
 * never through here. They check again: they trust nobody.
 */
export function requireToken(scope: FastifyInstance, config: Config): void {
  const verify = createPersonVerifier({ jwks: config.AUTH_JWKS, issuer: config.AUTH_ISSUER, audience: config.AUTH_AUDIENCE });
  scope.addHook('onRequest', async (request) => {
    actors.set(request, await verify(bearerTokenOf(request.headers.authorization)));
  });
}
