import { createHttpApp, runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { AppModule } from './app.module.ts';
import { readConfig, service } from './config.ts';
import { bodyLimit } from './http/body-limit.ts';
import { openApi } from './http/open-api.ts';
import { startService } from './start-service.ts';

const logger = createLogger(service);

await runService(logger, async () => {
  const config = readConfig(process.env);
  logger.level = config.LOG_LEVEL;
  const app = await createHttpApp(AppModule.forRoot({ config }), { service, logger, openApi, bodyLimit });
  await startService(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
});
