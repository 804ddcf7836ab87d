import { createHttpApp, listen, runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { BatchKafkaServer } from '@motcua/kafka';
import { AppModule } from './app.module.ts';
import { readConfig, service } from './config.ts';
import { openApi } from './http/open-api.ts';

const config = readConfig(process.env);
const logger = createLogger(service, { level: config.LOG_LEVEL });

await runService(logger, async () => {
  const app = await createHttpApp(AppModule.forRoot(config, logger), { service, logger, openApi });
  app.connectMicroservice({ strategy: app.get(BatchKafkaServer) });
  await app.startAllMicroservices();
  await listen(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
});
