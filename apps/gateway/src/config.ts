import { authConfig, httpConfig, loadConfig, logConfig } from '@motcua/config';
import { z } from 'zod';

const megabyte = 1_048_576;
const positive = z.coerce.number().int().min(1);

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
  /** Requests a minute of one subject; tokens of role `source` (legacy systems) are not counted. */
  RATE_LIMIT_PER_MINUTE: positive.default(60_000),
  /** Calls a minute from one address of a provider that reports on deliveries; it shows a signature, no token. */
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
