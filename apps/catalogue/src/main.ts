import { createHttpApp, listen, runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { AppModule } from './app.module.ts';
import { readConfig } from './config.ts';
import { openApi } from './open-api.ts';

const config = readConfig(process.env);
const logger = createLogger('catalogue', { level: config.LOG_LEVEL });

await runService(logger, async () => {
  const app = await createHttpApp(AppModule.forRoot(config), { service: 'catalogue', logger, bodyLimit: 8 * 1_048_576, openApi });
  await listen(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
});
