import rateLimit from '@fastify/rate-limit';
import { ofStatus } from '@motcua/http';
import type { FastifyInstance } from 'fastify';
import { findActor } from './require-token.ts';

/** So many requests a minute of one subject (not of one address: a whole one-stop shop may share one). Legacy systems are not counted. */
export async function limitRate(scope: FastifyInstance, perMinute: number): Promise<void> {
  await scope.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    hook: 'preParsing',
    keyGenerator: (request) => findActor(request)?.sub ?? request.ip,
    allowList: (request) => findActor(request)?.role === 'source',
    errorResponseBuilder: (_request, { after, max }) =>
      ofStatus(429, `${max} requests a minute are allowed. Try again in ${after}.`),
  });
}
