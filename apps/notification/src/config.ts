import { askedByServicesConfig, loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';

export const schema = 'notification';
export const service = 'notification';
/** Of the queues, where there is no Redis. */
export const queueSchema = 'notification_queue';

const secret = z.string().min(1).optional();

/** Environment variables of the channels. A channel whose address or token is absent is not offered. */
export const channelConfig = {
  /** smtps:// or smtp:// (STARTTLS); absent: mail is not offered. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// URL')
    .optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold a mail address').default('Bộ phận Một cửa <mot-cua@motcua.example>'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z
    .string()
    .regex(/^[^:]+:.+$/, 'must be apiKey:secretKey')
    .optional(),
  SMS_BRAND_NAME: z.string().min(1).max(11).default('MOTCUA'),
  /** Short messages keep their Vietnamese marks: 70 characters a segment instead of 160. */
  SMS_UNICODE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /** Absent: no delivery reports of short messages are asked for, nor taken. */
  SMS_CALLBACK_SECRET: secret,
  ZALO_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_TOKEN: secret,
  /** Ids under which Zalo approved our templates, as JSON: {"processed.v1.vi":"272889"} */
  ZALO_TEMPLATES: z
    .string()
    .default('{}')
    .transform((text, context) => {
      const parsed = z.record(z.string(), z.string()).safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue('must be a JSON object of template names and ids, {"processed.v1.vi":"272889"}');
      return z.NEVER;
    }),
  /** The secret key of the Official Account, with which Zalo signs its callbacks. */
  ZALO_CALLBACK_SECRET: secret,
  /** Whether webhooks may go to private, loopback and link-local addresses. */
  WEBHOOK_ALLOW_PRIVATE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /**
   * Where people and providers reach the gateway: it stands in what is sent to citizens, so nobody may guess it, and what they open must
   * not pass in clear.
   */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((text) => text.startsWith('https:') || isLoopback(text), 'must be an https:// URL, except on this machine itself'),
};

export type ChannelSettings = z.output<z.ZodObject<typeof channelConfig>>;

const Config = z.object({
  ...serviceConfig,
  ...askedByServicesConfig,
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
  /** So many of a group within a minute are sent as one. */
  BURST_SIZE: z.coerce.number().int().min(2).max(1000).default(10),
  /**
   * Days that a notice is kept with its deliveries and attempts. At least the 90 in which a decision may be complained of, which is far
   * more than the log is kept: a notice is also the proof by which nobody is told twice.
   */
  NOTICE_RETENTION_DAYS: z.coerce.number().int().min(90).max(36_500).default(730),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);

const isLoopback = (url: string): boolean =>
  URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
