/** The service as a process of its own on a suite's topics (`TOPICS`, JSON), so that it can be killed. */
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { startService } from '../start-service.ts';
import type { TopicNames } from '../topic-names.ts';

const logger = createLogger(service);
const topics = JSON.parse(process.env['TOPICS'] ?? '') as TopicNames;
const app = await createHttpApp(AppModule.forRoot({ config: readConfig(process.env), topics }), { service, logger });
await startService(app, { host: '127.0.0.1', port: 0, logger });
