import { listen, type ListenOptions } from '@motcua/http';
import { BatchKafkaServer } from '@motcua/kafka';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Lifecycle } from './lifecycle.ts';

/** Listens at once; follows the dossier log from when the reference data are read. @returns the address */
export async function startService(app: NestFastifyApplication, where: ListenOptions): Promise<string> {
  app.connectMicroservice({ strategy: app.get(BatchKafkaServer) });
  const url = await listen(app, where);
  if (await app.get(Lifecycle).mayFollow()) await app.startAllMicroservices();
  return url;
}
