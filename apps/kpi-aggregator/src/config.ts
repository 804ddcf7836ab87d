import { authConfig, databaseConfig, httpConfig, kafkaConfig, loadConfig, logConfig } from '@motcua/config';
import { z } from 'zod';

export const schema = 'kpi';
export const service = 'kpi-aggregator';

const Config = z.object({ ...httpConfig, ...logConfig, ...databaseConfig, ...kafkaConfig, ...authConfig });
export type Config = z.infer<typeof Config>;

export const readConfig = (env: NodeJS.ProcessEnv): Config => loadConfig(Config, env);
