import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Actor, Role } from '@motcua/auth';
import { ofStatus, toNetwork } from '@motcua/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { findActor } from '../front/require-caller.ts';
import type { LimitStore } from './limit-store.ts';

const WINDOW_MS = 60_000;

export interface RateLimits {
  /** Requests a minute of one subject in a role. */
  readonly ofRole: (role: Role) => number;
  readonly store: LimitStore;
}

/** So many requests a minute of one subject in one role: not of one address, for a whole one-stop shop may share one. */
export const limitSubjects = (scope: FastifyInstance, { ofRole, store }: RateLimits): Promise<void> =>
  limit(scope, store, {
    max: (request) => ofRole(actorOf(request).role),
    keyOf: (request) => ['subject', actorOf(request).role, actorOf(request).sub],
  });

/** So many requests a minute from one address (of IPv6: from one network), for who shows no token of ours. @param of what is counted apart from all else */
export const limitAddresses = (scope: FastifyInstance, perMinute: number, store: LimitStore, of?: string): Promise<void> =>
  limit(scope, store, {
    max: () => perMinute,
    keyOf: ({ ip }) => ['address', toNetwork(ip), ...(of === undefined ? [] : [of])],
  });

interface Counted {
  readonly max: (request: FastifyRequest) => number;
  readonly keyOf: (request: FastifyRequest) => readonly string[];
}

async function limit(scope: FastifyInstance, store: LimitStore, { max, keyOf }: Counted): Promise<void> {
  await scope.register(rateLimit, {
    max,
    timeWindow: WINDOW_MS,
    hook: 'preParsing',
    // Hashed: neither who somebody is nor where he sits stands in a store that others may read.
    keyGenerator: (request) => createHash('sha256').update(keyOf(request).join('\n')).digest('base64url'),
    store: toPluginStore(store),
    errorResponseBuilder: (_request, { ttl, max: allowed }) => {
      const seconds = Math.ceil(ttl / 1_000);
      return ofStatus(429, {
        vi: `Mỗi phút được gửi ${allowed} yêu cầu. Hãy thử lại sau ${seconds} giây.`,
        en: `${allowed} requests a minute are allowed. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      });
    },
  });
}

function actorOf(request: FastifyRequest): Actor {
  const actor = findActor(request);
  if (actor === undefined) throw new Error('Limits by subject come after the check of the token.');
  return actor;
}

/** The plugin makes its store itself, of a class; all of them count in ours. */
function toPluginStore(store: LimitStore): FastifyRateLimitStoreCtor {
  return class {
    incr(key: string, answer: (error: Error | null, result?: { current: number; ttl: number }) => void): void {
      void store.count(key, WINDOW_MS).then((counted) => {
        answer(null, counted);
      });
    }

    child(): this {
      return this;
    }
  };
}
