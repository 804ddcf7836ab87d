import { roles } from '@motcua/auth';
import { authConfig, databaseConfig, httpConfig, KeyRing, loadConfig, logConfig } from '@motcua/config';
import { z } from 'zod';
import { findOwnProvider } from './providers/own-provider.ts';

export const schema = 'gateway';
export const service = 'gateway';

const megabyte = 1_048_576;
const positive = z.coerce.number().int().min(1);

const RoleLimits = z.partialRecord(z.enum(roles), positive);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whose tokens are taken, and how people sign in. `AUTH_ISSUER` and `AUTH_AUDIENCE` are those of the tokens that services are shown. */
const signInConfig = {
  ...authConfig,
  /** Without AUTH_PROVIDERS and a provider of its own: the keys of the one issuer (AUTH_ISSUER) whose tokens are taken. */
  AUTH_JWKS: authConfig.AUTH_JWKS.optional(),
  /** YAML or JSON: the providers whose tokens are taken, and at which people sign in; beside that of IDENTITY_URL. */
  AUTH_PROVIDERS: z.string().optional(),
  /** The private JWK, or key set, that signs what services are shown. */
  GATEWAY_SIGNING_KEY: z.string(),
  /** Where browsers find us; sign-in leads back there. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Of the sessions. */
  DATABASE_URL: databaseConfig.DATABASE_URL.optional(),
  DATABASE_POOL_SIZE: databaseConfig.DATABASE_POOL_SIZE,
  /** Seals what providers gave for a session. */
  SESSION_KEYS: KeyRing.optional(),
  /** The installation's own provider behind us, at `/identity`; absent: there is none. */
  IDENTITY_URL: z.url().optional(),
  /** Path of our secret as its client: with it people sign in there, and its tokens are taken. */
  GATEWAY_CLIENT_SECRET_FILE: z.string().optional(),
};

const Config = z
  .object({
    ...httpConfig,
    ...logConfig,
    ...signInConfig,
    CATALOGUE_URL: z.url(),
    INTAKE_URL: z.url(),
    KPI_URL: z.url(),
    SLA_URL: z.url(),
    NOTIFICATION_URL: z.url(),
    DIGITIZATION_URL: z.url(),
    /** Code of a unit in which officers, specialists and heads may practise, each beside their own post; absent: nobody practises. */
    TRAINING_UNIT: z.string().optional(),
    /** The built console; absent: the index of the API is what browsers see. */
    CONSOLE_DIR: z.string().optional(),
    /** Proxies before us that tell whose request it is (`X-Forwarded-For`); 0: none does, and whatever a client says counts for nothing. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** Requests a minute of one subject in one role. */
    RATE_LIMIT_PER_MINUTE: positive.default(60_000),
    /** The same for single roles, as JSON: {"source":600000,"counter":600} */
    RATE_LIMITS_PER_MINUTE: z
      .string()
      .default('{}')
      .transform((text, context) => {
        const parsed = RoleLimits.safeParse(parseJson(text));
        if (parsed.success) return parsed.data;
        context.addIssue('must be a JSON object of roles and numbers, {"source":600000,"counter":600}');
        return z.NEVER;
      }),
    /** Where replicas count together and tell each other of sessions that ended; absent: each counts, and looks, for itself. */
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'must be a redis:// URL')
      .optional(),
    REDIS_KEY_PREFIX: z.string().default('motcua:gateway:limit:'),
    /** Requests a minute from one address without a token of ours: providers that report on deliveries, citizens who rate, who signs in. */
    CALLBACK_RATE_LIMIT_PER_MINUTE: positive.default(6_000),
    /** The same for citizens who look up a dossier: a page is two requests, and a whole waiting room may share an address. */
    LOOK_UP_RATE_LIMIT_PER_MINUTE: positive.default(120),
    BODY_LIMIT_BYTES: positive.default(megabyte),
    REFERENCE_BODY_LIMIT_BYTES: positive.default(8 * megabyte),
    /** Events one a line pass through as they come, and are taken as they come: dossier-intake has limits of its own. */
    EVENTS_BODY_LIMIT_BYTES: positive.default(4_096 * megabyte),
    /** Of ratings and of archived documents, which are held in memory. */
    IMPORT_BODY_LIMIT_BYTES: positive.default(64 * megabyte),
    /** A scan of 50 MiB, and what multipart/form-data adds to it: boundary, headers of the part, small fields. */
    UPLOAD_BODY_LIMIT_BYTES: positive.default(50 * megabyte + 65_536),
  })
  .refine((config) => (config.AUTH_PROVIDERS ?? config.AUTH_JWKS ?? findOwnProvider(config)) !== undefined, {
    path: ['AUTH_PROVIDERS'],
    message: 'is missing, and so are AUTH_JWKS and a provider of its own: one of them has to say whose tokens are taken',
  });
export type Config = z.infer<typeof Config>;

export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => loadConfig(Config, env);
