import { roles } from '@motcua/auth';
import { authConfig, httpConfig, loadConfig, logConfig } from '@motcua/config';
import { z } from 'zod';

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

const Config = z.object({
  ...httpConfig,
  ...logConfig,
  ...authConfig,
  CATALOGUE_URL: z.url(),
  INTAKE_URL: z.url(),
  KPI_URL: z.url(),
  SLA_URL: z.url(),
  NOTIFICATION_URL: z.url(),
  DIGITIZATION_URL: z.url(),
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
  /** Where replicas count together; absent: each counts for itself. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// URL')
    .optional(),
  REDIS_KEY_PREFIX: z.string().default('motcua:gateway:limit:'),
  /** Requests a minute from one address without a token of ours: providers that report on deliveries, citizens who rate. */
  CALLBACK_RATE_LIMIT_PER_MINUTE: positive.default(6_000),
  BODY_LIMIT_BYTES: positive.default(megabyte),
  REFERENCE_BODY_LIMIT_BYTES: positive.default(8 * megabyte),
  /** Events one a line pass through as they come, and are taken as they come: dossier-intake has limits of its own. */
  EVENTS_BODY_LIMIT_BYTES: positive.default(4_096 * megabyte),
  /** Of ratings and of archived documents, which are held in memory. */
  IMPORT_BODY_LIMIT_BYTES: positive.default(64 * megabyte),
  /** A scan of 50 MiB, and what multipart/form-data adds to it: boundary, headers of the part, small fields. */
  UPLOAD_BODY_LIMIT_BYTES: positive.default(50 * megabyte + 65_536),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => loadConfig(Config, env);
