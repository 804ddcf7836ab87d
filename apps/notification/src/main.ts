import { runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { readConfig, service } from './config.ts';
import { kafkaNames } from './kafka-names.ts';
import { startNotification } from './start-notification.ts';

const config = readConfig(process.env);
const logger = createLogger(service, { level: config.LOG_LEVEL });

await runService(logger, () => startNotification(config, logger, kafkaNames));
