/** The ledger service as a process of its own, so that it can end: `TOPICS` (JSON) are a suite's. */
import { databaseConfig, httpConfig, kafkaConfig, logConfig, loadConfig } from '@motcua/config';
import { z } from 'zod';
import { serve } from '../serve.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { LedgerModule } from './ledger-service.fixture.ts';

const Config = z.object({
  ...httpConfig,
  ...logConfig,
  ...databaseConfig,
  ...kafkaConfig,
  TOPICS: z.string(),
  AUTH_JWKS: z.string(),
});

await serve({
  name: 'ledger',
  readConfig: (env) => loadConfig(Config, env),
  toModule: (config) =>
    LedgerModule.forRoot({ config, jwks: config.AUTH_JWKS, topicNames: JSON.parse(config.TOPICS) as TopicNames }),
});
