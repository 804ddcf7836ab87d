/** The service as a process of its own on a suite's topics (`TOPICS`, JSON), so that it can be killed. */
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { startService, type TopicNames } from '@motcua/service';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { acceptUploads } from '../uploads/accept-uploads.ts';

const logger = createLogger(service);
const topicNames = JSON.parse(process.env['TOPICS'] ?? '') as TopicNames;
const app = await createHttpApp(AppModule.forRoot({ config: readConfig(process.env), topicNames }), { service, logger });
await acceptUploads(app);
await startService(app, { host: '127.0.0.1', port: 0, logger });
