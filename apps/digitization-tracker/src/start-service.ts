import { listen } from '@motcua/http';
import { BatchKafkaServer } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Lifecycle } from './lifecycle.ts';
import { acceptUploads } from './uploads/accept-uploads.ts';

/** Listens at once; follows the dossier log from when the reference data are read. @returns the address */
export async function startService(
  app: NestFastifyApplication,
  { host, port, logger }: { readonly host: string; readonly port: number; readonly logger: Logger },
): Promise<string> {
  await acceptUploads(app);
  app.connectMicroservice({ strategy: app.get(BatchKafkaServer) });
  const url = await listen(app, { host, port, logger });
  if (await app.get(Lifecycle).mayFollow()) await app.startAllMicroservices();
  return url;
}
