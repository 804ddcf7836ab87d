import { Key256, KeyRing, loadConfig, serviceConfig } from '@motcua/config';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export const schema = 'digitization';
export const service = 'digitization-tracker';

const days = (preset: number) => z.coerce.number().int().min(1).max(36_500).default(preset);

const Config = z.object({
  ...serviceConfig,
  /** Where contents are kept: a folder that all instances share. Not used where `S3_BUCKET` is given. */
  STORE_DIR: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Wrap the keys of contents; `motcua keys rotate` takes them from one to the next. */
  FILE_KEYS: KeyRing,
  /** Names contents in the store. May be replaced at any time: a name once given stays. */
  FILE_NAME_KEY: Key256,
  /** Where an upload lies until it has been examined. */
  STAGING_DIR: z.string().default(join(tmpdir(), 'motcua-uploads')),
  /** Folder of certificates of authorities and of their revocation lists; absent: no signature is ever verified. */
  SIGNATURE_TRUST_DIR: z.string().optional(),
  /** `none`: nobody looks for malware, and that is meant. In production this or `CLAMD` must be given. */
  SCANNER: z.enum(['none']).optional(),
  NODE_ENV: z.string().optional(),
  /** host:port of a clamd; absent: only the EICAR test file is found. */
  CLAMD: z
    .string()
    .regex(/^[^\s:]+:\d+$/, 'must be host:port')
    .optional(),
  /** dossier-intake, asked whose a dossier is; with `SERVICE_KEY`. Absent, which no production service is: nothing is proposed for reuse, and nobody's papers go when they are erased. */
  INTAKE_URL: z.url().optional(),
  SERVICE_KEY: z.string().optional(),
  RETENTION_COMPONENT_DAYS: days(5 * 365),
  RETENTION_RESULT_DAYS: days(10 * 365),
  RETENTION_REJECTED_DAYS: days(30),
});
export type Config = z.infer<typeof Config>;

const WithStore = Config.superRefine((config, context) => {
  const { STORE_DIR, S3_BUCKET, INTAKE_URL, SERVICE_KEY, NODE_ENV, CLAMD, SCANNER } = config;
  const missing = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (STORE_DIR === undefined && S3_BUCKET === undefined) missing('STORE_DIR', 'give a folder, or a bucket in S3_BUCKET');
  if (NODE_ENV === 'production' && CLAMD === undefined && SCANNER === undefined)
    missing('CLAMD', 'give a virus scanner (host:port of a clamd), or say SCANNER=none');
  if (NODE_ENV === 'production' && INTAKE_URL === undefined)
    missing('INTAKE_URL', 'is needed: else the papers of an applicant who is erased stay');
  if (INTAKE_URL !== undefined && SERVICE_KEY === undefined) missing('SERVICE_KEY', 'is needed to ask INTAKE_URL');
});

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(WithStore, env);
