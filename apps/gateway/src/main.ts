import { listen, runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { readConfig } from './config.ts';
import { createGateway } from './create-gateway.ts';

const config = readConfig(process.env);
const logger = createLogger('gateway', { level: config.LOG_LEVEL });

await runService(logger, async (end) => {
  const app = await createGateway(config, logger, { end });
  await listen(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
});
