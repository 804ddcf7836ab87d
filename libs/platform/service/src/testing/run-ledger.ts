/** The ledger service as a process of its own, so that it can end: `TOPICS` (JSON) are a suite's. */
import { loadConfig, serviceConfig } from '@motcua/config';
import { z } from 'zod';
import { serve } from '../serve.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { LedgerModule } from './ledger-service.fixture.ts';

const Config = z.object({ ...serviceConfig, TOPICS: z.string() });

await serve({
  name: 'ledger',
  readConfig: (env) => loadConfig(Config, env),
  toModule: (config) => LedgerModule.forRoot({ config, topicNames: JSON.parse(config.TOPICS) as TopicNames }),
});
