import { ColumnCipher, createPool, type ColumnKeys } from '@motcua/postgres';
import type { Logger } from '@motcua/observability';
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
  readonly logger: Logger;
  readonly now: () => number;
}

/** @returns the sessions of this replica, and what ends its connections and loops */
export function createSessions(options: CreateSessionsOptions): {
  readonly sessions: Sessions;
  readonly close: () => Promise<void>;
} {
  const { database, keys, redis, providers, logger, now } = options;
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
  if (redis !== undefined)
    revocations = new RedisRevocations({
      ...redis,
      logger,
      onEnded: (hashes) => {
        sessions.forget(hashes);
      },
    });
  const stop = startSessionLoops(sessions, logger);
  return {
    sessions,
    close: async () => {
      await stop();
      await revocations?.close();
      await pool.end();
    },
  };
}
