import { createHttpApp, listen, runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { AppModule } from './app.module.ts';
import { readConfig } from './config.ts';
import { openApi, serviceName } from './service.ts';

const logger = createLogger(serviceName);

await runService(logger, async () => {
  const config = readConfig(process.env);
  logger.level = config.LOG_LEVEL;
  const app = await createHttpApp(AppModule.forRoot({ config }), { service: serviceName, logger, openApi });
  await listen(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
});
