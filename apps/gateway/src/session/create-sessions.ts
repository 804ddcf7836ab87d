import { ColumnCipher, createPool, type ColumnKeys } from '@motcua/postgres';
import type { Logger } from '@motcua/observability';
import { Bearers } from '../bearers/bearers.ts';
import { EndedAccessStore } from '../bearers/ended-access.store.ts';
import type { SignInProvider } from '../providers/provider.ts';
import { RedisRevocations } from './redis-revocations.ts';
import type { Revocations } from './revocations.ts';
import { SessionEndsStore } from './session-ends.store.ts';
import { startSessionLoops } from './session-loops.ts';
import { SessionRefresh } from './session-refresh.ts';
import { SessionStore } from './session-store.ts';
import { Sessions } from './sessions.ts';

export interface CreateSessionsOptions {
  readonly database: { readonly url: string; readonly schema: string; readonly poolSize: number };
  /** Of what providers gave: `SESSION_KEYS`. */
  readonly keys: ColumnKeys;
  /** Where replicas tell each other; absent: each finds out for itself within a second. */
  readonly redis: { readonly url: string; readonly prefix: string } | undefined;
  readonly providers: ReadonlyMap<string, SignInProvider>;
  readonly longestMs: (provider: string) => number;
  readonly logger: Logger;
  readonly now: () => number;
  /** How often streams are looked at whose session may have ended elsewhere; every second unless told. */
  readonly recheckMs?: number | undefined;
}

/** @returns the sessions of this replica, whose tokens it refuses, and what ends its connections and loops */
export function createSessions(options: CreateSessionsOptions): {
  readonly sessions: Sessions;
  readonly bearers: Bearers;
  readonly close: () => Promise<void>;
} {
  const { database, keys, redis, providers, longestMs, logger, now } = options;
  const pool = createPool({
    ...database,
    applicationName: 'gateway',
    onIdleError: (err) => {
      logger.warn({ err }, 'a connection to the database of the sessions was lost');
    },
  });
  const store = new SessionStore(pool, new ColumnCipher(keys, 'SESSION_KEYS'));
  const refresh = new SessionRefresh({ store, providers, logger, now });
  let revocations: Revocations | undefined;
  const announce = async (hashes: readonly string[]): Promise<void> => revocations?.announce(hashes);
  const sessions = new Sessions({ store, ends: new SessionEndsStore(pool), refresh, now, announce });
  const bearers = new Bearers({ store: new EndedAccessStore(pool), now, longestMs, announce: () => announce([]) });
  if (redis !== undefined)
    revocations = new RedisRevocations({
      ...redis,
      logger,
      onEnded: (hashes) => {
        sessions.forget(hashes);
        // Where none is named a token has ended: the table says which.
        if (hashes.length === 0)
          void bearers.look().catch((err: unknown) => {
            logger.warn({ err }, 'which tokens have ended could not be read; it is tried again within a second');
          });
      },
    });
  const stop = startSessionLoops(sessions, bearers, { logger, recheckMs: options.recheckMs });
  return {
    sessions,
    bearers,
    close: async () => {
      await stop();
      await revocations?.close();
      await pool.end();
    },
  };
}
