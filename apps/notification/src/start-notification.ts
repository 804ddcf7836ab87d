import { createHttpApp, listen } from '@motcua/http';
import { BatchKafkaServer } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { service, type Config } from './config.ts';
import { openApi } from './http/open-api.ts';
import type { KafkaNames } from './kafka-names.ts';
import { Lifecycle } from './lifecycle.ts';

export interface RunningNotification {
  readonly app: NestFastifyApplication;
  readonly url: string;
}

/**
 * Answers requests at once and says what it waits for; events are read when units and calendars are known, because an alert that is
 * told without them would be told at the wrong hour.
 */
export async function startNotification(config: Config, logger: Logger, names: KafkaNames): Promise<RunningNotification> {
  const app = await createHttpApp(AppModule.forRoot(config, logger, names), { service, logger, openApi });
  app.connectMicroservice({ strategy: app.get(BatchKafkaServer) });
  const { HOST: host, PORT: port, OPERATIONS_PORT: operationsPort } = config;
  const url = await listen(app, { host, port, operationsPort, logger });
  void app.get(Lifecycle).loaded.then(() => app.startAllMicroservices());
  return { app, url };
}
