import { loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';
import { channelConfig } from './channels/channel-settings.ts';

export const schema = 'notification';
export const service = 'notification';
/** Of the queues, where there is no Redis. */
export const queueSchema = 'notification_queue';

const Config = z.object({
  ...serviceConfig,
  /** Absent: the queue lives in PostgreSQL. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// URL')
    .optional(),
  /** Path of the private JWK with which it signs its own tokens; the public half is in SERVICE_KEYS of the services it asks. */
  SERVICE_KEY: z.string(),
  /** dossier-intake, for an applicant's contact at the moment of sending. */
  INTAKE_URL: z.url(),
  /** kpi-aggregator, for the figures that targets are compared with. */
  KPI_URL: z.url(),
  ...channelConfig,
  /** Live inboxes of one subject, and of all together, on an instance. */
  INBOX_STREAMS_PER_SUBJECT: z.coerce.number().int().min(1).default(20),
  INBOX_STREAMS: z.coerce.number().int().min(1).default(5_000),
  /** So many alike within a minute are told as one. */
  STORM_SIZE: z.coerce.number().int().min(2).max(1000).default(10),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
