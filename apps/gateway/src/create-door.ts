import { ConfigError } from '@motcua/config';
import { ColumnCipher } from '@motcua/postgres';
import type { Logger } from '@motcua/observability';
import { schema, type Config } from './config.ts';
import { Bearers } from './bearers/bearers.ts';
import type { Door } from './front/require-caller.ts';
import { createAccessTokenVerifier } from './providers/access-token-verifier.ts';
import { createProvider, offersSignIn, type Provider, type SignInProvider } from './providers/provider.ts';
import { findOwnProvider } from './providers/own-provider.ts';
import { readProviders } from './providers/read-providers.ts';
import { createSessions, type CreateSessionsOptions } from './session/create-sessions.ts';
import type { SignInContext } from './sign-in/sign-in-context.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { readSigningKeys, type SigningKeys } from './tokens/signing-keys.ts';

interface CreatedDoor {
  readonly door: Door;
  readonly providers: readonly Provider[];
  /** Absent: no provider has people sign in by a browser. */
  readonly signIn: SignInContext | undefined;
  readonly signing: SigningKeys;
  readonly close: () => Promise<void>;
}

/** Who is let in, by what, and what services are shown of them. */
export async function createDoor(
  config: Config,
  logger: Logger,
  clock: Pick<CreateSessionsOptions, 'now' | 'recheckMs'>,
): Promise<CreatedDoor> {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, PUBLIC_URL } = config;
  const signing = await readSigningKeys(config.GATEWAY_SIGNING_KEY);
  const providers = readProviders(config).map((settings) => createProvider(settings, config.TRAINING_UNIT));
  const tokens = new AccessTokens({ signing, issuer, audience });
  const withSignIn = providers.filter(offersSignIn);
  const opened =
    withSignIn.length === 0
      ? undefined
      : openSessions(config, { providers: withSignIn, tokens, longestMs: longestMsOf(providers), logger, ...clock });
  const bearers = opened?.signIn.bearers ?? createBearers(clock.now);
  const verify = createAccessTokenVerifier(providers);
  return {
    door: {
      verify: async (token) => {
        const bearer = await verify(token);
        await bearers.check(bearer);
        return bearer;
      },
      bearers,
      sessions: opened?.signIn.sessions,
      ownOrigin: PUBLIC_URL === undefined ? '' : new URL(PUBLIC_URL).origin,
      tokens,
    },
    providers,
    signIn: opened?.signIn,
    signing,
    close: async () => opened?.close(),
  };
}

/** Where nobody signs in by a browser, no provider knows us as its client, and none tells us anything. */
const createBearers = (now: () => number): Bearers =>
  new Bearers({ store: undefined, now, longestMs: () => 0, announce: () => Promise.resolve() });

const longestMsOf =
  (providers: readonly Provider[]) =>
  (name: string): number => {
    const settings = providers.find((provider) => provider.settings.name === name)?.settings;
    // A token of a clock that is ahead may be taken for so much longer, twice: when it is issued and when it ends.
    return settings === undefined ? 0 : (settings.maxLifetimeSeconds + 2 * settings.clockToleranceSeconds + 60) * 1_000;
  };

interface Opening extends Pick<CreateSessionsOptions, 'logger' | 'now' | 'recheckMs'> {
  readonly providers: readonly SignInProvider[];
  readonly tokens: AccessTokens;
  readonly longestMs: (provider: string) => number;
}

function openSessions(
  config: Config,
  { providers, tokens, longestMs, logger, now, recheckMs }: Opening,
): { signIn: SignInContext; close: () => Promise<void> } {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize, SESSION_KEYS: keys, PUBLIC_URL: publicUrl, REDIS_URL: redis } = config;
  if (url === undefined || keys === undefined || publicUrl === undefined) {
    const missing = Object.entries({ DATABASE_URL: url, SESSION_KEYS: keys, PUBLIC_URL: publicUrl }).filter(
      ([, value]) => value === undefined,
    );
    throw new ConfigError(
      missing.map(([variable]) => ({ variable, message: 'is missing: people sign in at a provider by a browser' })),
    );
  }
  const byName = new Map(providers.map((provider) => [provider.settings.name, provider]));
  const { sessions, bearers, close } = createSessions({
    database: { url, schema, poolSize },
    keys,
    redis: redis === undefined ? undefined : { url: redis, prefix: config.REDIS_KEY_PREFIX },
    ...{ providers: byName, longestMs, logger, now, recheckMs },
  });
  const cipher = new ColumnCipher(keys, 'SESSION_KEYS');
  const own = findOwnProvider(config);
  const ownProvider = own?.internalUrl === undefined ? undefined : { name: own.name, url: own.internalUrl, tokens };
  const context = {
    sessions,
    bearers,
    providers: byName,
    ownProvider,
    cipher,
    publicUrl: publicUrl.replace(/\/$/, ''),
    logger,
    now,
  };
  return { signIn: context, close };
}
