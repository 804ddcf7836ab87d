import { stopLeftoverKafka, stopLeftoverPostgres } from '@motcua/embedded';
import type { StackPaths } from '../state/stack-paths.ts';

/** Stops a PostgreSQL and a Kafka that a killed supervisor left running on our data. Answers whether there was one. */
export async function stopLeftoverServers(paths: StackPaths): Promise<boolean> {
  const stopped = await Promise.all([stopLeftoverPostgres(paths.postgres), stopLeftoverKafka(paths.kafka)]);
  return stopped.includes(true);
}
