import { askedByServicesConfig, HashKeys, KeyRing, loadConfig, serviceConfig } from '@motcua/config';
import { resolve } from 'node:path';
import { z } from 'zod';

export const schema = 'intake';
export const service = 'dossier-intake';

const megabyte = 1_048_576;
const positive = z.coerce.number().int().min(1);

export const Config = z
  .object({
    ...serviceConfig,
    /** Of events one a line, which are taken as they come: bytes on the way, and unpacked. */
    EVENTS_BODY_LIMIT_BYTES: positive.default(4_096 * megabyte),
    /** Of one event or an array of them, which are held in memory. */
    EVENTS_BATCH_LIMIT_BYTES: positive.default(8 * megabyte),
    /** An event has hundreds of bytes; what a legacy system adds to it is not kept. */
    EVENTS_LINE_LIMIT_BYTES: positive.default(262_144),
    /** Lists of events are packed to a tenth or a fiftieth; a bomb to a thousandth. */
    EVENTS_COMPRESSION_RATIO: positive.default(200),
    EVENTS_UPLOADS_PER_CALLER: positive.default(4),
    EVENTS_UPLOADS_AT_ONCE: positive.default(8),
    ...askedByServicesConfig,
    /** The active key writes, every key reads. */
    APPLICANT_KEYS: KeyRing,
    APPLICANT_HASH_KEY: HashKeys,
    /** What citizens are asked; the questions that come with the product unless told. */
    RATING_QUESTIONS: z.string().default(resolve(import.meta.dirname, '../../../data/reference/rating-questions.json')),
    /** An import session without events for so long is ended as abandoned. */
    IMPORT_SESSION_SILENCE_MINUTES: z.coerce.number().min(0.1).max(1_440).default(10),
    /** How often the log says how far it goes when nothing happens. Timers wait up to three times as long for it before they rest. */
    LOG_PROGRESS_IDLE_SECONDS: z.coerce.number().min(0.1).max(60).default(10),
    /** How long after its return a dossier may be rated by a link that the counter makes. */
    RATING_COUNTER_MINUTES: z.coerce.number().int().min(1).max(1_440).default(120),
    /** How long the link holds that goes to the citizen. */
    RATING_TOKEN_DAYS: z.coerce.number().int().min(1).max(365).default(30),
    /** Where people reach the gateway: the QR code of a form leads there. Absent: forms bear none. */
    PUBLIC_URL: z.url().optional(),
    /** notification, asked to send one-time codes to applicants, with `SERVICE_KEY`. Absent: dossiers are looked up by the slip alone. */
    NOTIFICATION_URL: z.url().optional(),
    /** Path of the private JWK with which it signs its own tokens; the public half is in SERVICE_KEYS of the service it asks. */
    SERVICE_KEY: z.string().optional(),
    /**
     * Days after the end of a dossier, or the last that was recorded of a submission that nobody answered, for which what is known of its
     * applicant is kept: at least a year, in which the office may be asked about it; ten years unless told, as results are.
     */
    APPLICANT_RETENTION_DAYS: z.coerce.number().int().min(365).max(36_500).default(3_650),
    /** How long a one-time code holds. */
    LOOK_UP_CODE_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
  })
  .refine(({ NOTIFICATION_URL, SERVICE_KEY }) => NOTIFICATION_URL === undefined || SERVICE_KEY !== undefined, {
    path: ['SERVICE_KEY'],
    message: 'is needed to ask NOTIFICATION_URL',
  });
export type Config = z.output<typeof Config>;

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Readonly<Config> => loadConfig(Config, env);
