import { createLogger } from '@motcua/observability';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../app/create-http-app.ts';

export { SlowReader } from './slow-reader.ts';

/** Brings an app up without a port: then `app.inject` answers. */
export async function initWithoutPort(app: NestFastifyApplication): Promise<void> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}

/** A module as an app that `inject` may be called on, and that logs nothing. */
export async function createSpecApp(module: Type): Promise<NestFastifyApplication> {
  const app = await createHttpApp(module, { service: 'spec', logger: createLogger('spec', { level: 'silent' }) });
  await initWithoutPort(app);
  return app;
}
