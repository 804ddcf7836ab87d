import { askedByServicesConfig, loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';

export const schema = 'catalogue';
export const service = 'catalogue';

const Config = z.object({
  ...serviceConfig,
  ...askedByServicesConfig,
});
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
