import { listen, ServiceEnd, type ListenOptions } from '@motcua/http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ServiceLifecycle } from './service-lifecycle.ts';

/** Listens at once, so that health and metrics answer; begins to work when what it needs is there. @returns the address */
export async function startService(app: NestFastifyApplication, where: ListenOptions): Promise<string> {
  const lifecycle = app.get(ServiceLifecycle);
  if (lifecycle.consumers !== undefined) app.connectMicroservice({ strategy: lifecycle.consumers });
  const url = await listen(app, where);
  beginWork(app);
  return url;
}

/** What `startService` does behind `listen`: for specs that ask the app without a port. */
export function beginWork(app: NestFastifyApplication): void {
  app
    .get(ServiceLifecycle)
    .run(() => app.startAllMicroservices())
    .catch((err: unknown) => {
      app.get(ServiceEnd).fail(err, 'the service could not begin its work');
    });
}
