import { createHttpApp, runService, type HttpAppOptions } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startService } from './start-service.ts';

interface ListeningConfig {
  readonly LOG_LEVEL: string;
  readonly HOST: string;
  readonly PORT: number;
  readonly OPERATIONS_PORT?: number | undefined;
}

export interface ServeOptions<Config extends ListeningConfig> extends Pick<HttpAppOptions, 'openApi' | 'bodyLimit'> {
  readonly name: string;
  /** @throws with every problem of the environment at once */
  readonly readConfig: (env: NodeJS.ProcessEnv) => Config;
  readonly toModule: (config: Config) => DynamicModule;
  /** Proxies whose `X-Forwarded-For` is believed; none unless told. */
  readonly toTrustedHops?: (config: Config) => number;
  /** What the HTTP server must know before it listens. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** The main function of a service. */
export async function serve<Config extends ListeningConfig>(options: ServeOptions<Config>): Promise<void> {
  const { name, readConfig, toModule, toTrustedHops = () => 0, prepare, ...http } = options;
  const logger = createLogger(name);
  await runService(logger, async (end) => {
    const config = readConfig(process.env);
    logger.level = config.LOG_LEVEL;
    const app = await createHttpApp(toModule(config), {
      service: name,
      logger,
      end,
      trustedHops: toTrustedHops(config),
      ...http,
    });
    await prepare?.(app);
    await startService(app, { host: config.HOST, port: config.PORT, operationsPort: config.OPERATIONS_PORT, logger });
  });
}
