import { ConfigError } from '@motcua/config';
import { ColumnCipher } from '@motcua/postgres';
import type { Logger } from '@motcua/observability';
import { schema, type Config } from './config.ts';
import type { Door } from './front/require-caller.ts';
import { createAccessTokenVerifier } from './providers/access-token-verifier.ts';
import { createProvider, offersSignIn, type Provider, type SignInProvider } from './providers/provider.ts';
import { readProviders } from './providers/read-providers.ts';
import { createSessions } from './session/create-sessions.ts';
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
export async function createDoor(config: Config, logger: Logger, now: () => number): Promise<CreatedDoor> {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, PUBLIC_URL } = config;
  const signing = await readSigningKeys(config.GATEWAY_SIGNING_KEY);
  const providers = readProviders(config).map((settings) => createProvider(settings, config.TRAINING_UNIT));
  const withSignIn = providers.filter(offersSignIn);
  const opened = withSignIn.length === 0 ? undefined : openSessions(config, { providers: withSignIn, logger, now });
  return {
    door: {
      verify: createAccessTokenVerifier(providers),
      sessions: opened?.signIn.sessions,
      ownOrigin: PUBLIC_URL === undefined ? '' : new URL(PUBLIC_URL).origin,
      tokens: new AccessTokens({ signing, issuer, audience }),
    },
    providers,
    signIn: opened?.signIn,
    signing,
    close: async () => opened?.close(),
  };
}

interface Opening {
  readonly providers: readonly SignInProvider[];
  readonly logger: Logger;
  readonly now: () => number;
}

function openSessions(
  config: Config,
  { providers, logger, now }: Opening,
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
  const { sessions, close } = createSessions({
    database: { url, schema, poolSize },
    keys,
    redis: redis === undefined ? undefined : { url: redis, prefix: config.REDIS_KEY_PREFIX },
    ...{ providers: byName, logger, now },
  });
  const cipher = new ColumnCipher(keys, 'SESSION_KEYS');
  return { signIn: { sessions, providers: byName, cipher, publicUrl: publicUrl.replace(/\/$/, ''), logger, now }, close };
}
