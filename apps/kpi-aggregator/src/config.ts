import { askedByServicesConfig, loadConfig, serviceConfig } from '@motcua/config';
import { resolve } from 'node:path';
import { z } from 'zod';

export const schema = 'kpi';
export const service = 'kpi-aggregator';

const count = z.coerce.number().int().min(1);

const Config = z.object({
  ...serviceConfig,
  ...askedByServicesConfig,
  /** Live streams of one subject, of all together, and different boards that are kept live, on an instance. */
  LIVE_STREAMS_PER_SUBJECT: count.default(20),
  LIVE_STREAMS: count.default(2_000),
  LIVE_BOARDS: count.default(500),
  /** Sets of criteria that units are scored by; those that come with the product unless told. */
  SCORE_SETS: z.string().default(resolve(import.meta.dirname, '../../../data/reference/score-sets.json')),
  // Where the report asks for what is not counted here; without all of what a source needs its figures have no data.
  CATALOGUE_URL: z.url().optional(),
  INTAKE_URL: z.url().optional(),
  /** Path of the private key by which this service signs in to the others. */
  SERVICE_KEY: z.string().optional(),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
