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
  /** Where people find the console: a report says its own address. Absent: it says none. */
  PUBLIC_URL: z.url().optional(),
  /** Sets of criteria that units are scored by; those that come with the product unless told. */
  SCORE_SETS: z.string().default(resolve(import.meta.dirname, '../../../data/reference/score-sets.json')),
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
