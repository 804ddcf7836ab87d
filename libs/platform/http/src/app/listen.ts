import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '@motcua/observability';
import { operationsOf } from './platform.module.ts';
import { ServiceEnd } from './service-end.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Of `/metrics` and of readiness in detail; absent: nobody can ask for them. */
  readonly operationsPort?: number | undefined;
  readonly logger: Logger;
}

/**
 * Listens, logs the one line a supervisor waits for (`"msg":"listening"` with `url`), and stops on SIGTERM and SIGINT.
 *
 * @returns the address, e.g. `http://127.0.0.1:40123`
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port, operationsPort, logger }: ListenOptions,
): Promise<string> {
  app.enableShutdownHooks();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      app.get(ServiceEnd).limit();
    });
  // First: whoever sees the service listening may ask how it is.
  const operations = operationsPort === undefined ? undefined : await operationsOf(app).listen({ port: operationsPort, host });
  await app.listen(port, host);
  const address = app.getHttpServer().address();
  const url = `http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`;
  logger.info({ url, ...(operations === undefined ? {} : { operations }), pid: process.pid }, 'listening');
  return url;
}
