import { authConfig, databaseConfig, httpConfig, kafkaConfig, loadConfig, logConfig } from '@motcua/config';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ApplicantKeys, HashKey } from './applicants/applicant-keys.ts';

export const Config = z.object({
  ...httpConfig,
  ...logConfig,
  ...databaseConfig,
  ...kafkaConfig,
  ...authConfig,
  APPLICANT_KEYS: ApplicantKeys,
  APPLICANT_HASH_KEY: HashKey,
  /** What citizens are asked; the questions that come with the product unless told. */
  RATING_QUESTIONS: z.string().default(resolve(import.meta.dirname, '../../../data/reference/rating-questions.json')),
  RATING_TOKEN_DAYS: z.coerce.number().int().min(1).max(365).default(30),
});
export type Config = z.output<typeof Config>;

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Readonly<Config> => loadConfig(Config, env);
