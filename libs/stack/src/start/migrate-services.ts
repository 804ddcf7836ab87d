import { runProgram } from '../processes/start-service.ts';
import type { StackParts } from '../processes/stack-parts.ts';
import { services, type ServiceContext, toMigrationEnvironment, toMigrationScript } from '../services/services.ts';

/** Side by side: each takes the same lock in the database, so that only their start-up overlaps. */
export async function migrateServices(
  context: Pick<ServiceContext, 'adminUrl' | 'secrets'>,
  parts: Pick<StackParts, 'openLog'>,
  signal: AbortSignal,
): Promise<void> {
  const runs = services.flatMap((service) => {
    if (!('role' in service)) return [];
    const env = toMigrationEnvironment(service.role, context);
    return [runProgram({ script: toMigrationScript(service.name), env, onLine: parts.openLog(service.name).write }, signal)];
  });
  // All of them have ended before the first failure is told: what fails is stopped next, database included.
  const failed = (await Promise.allSettled(runs)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
