import { authConfig, databaseConfig, httpConfig, kafkaConfig, loadConfig, logConfig } from '@motcua/config';
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
});
export type Config = z.output<typeof Config>;

/** The only reader of the environment. Throws with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv): Readonly<Config> => loadConfig(Config, env);
