import { startEmbeddedPostgres } from '@motcua/embedded';
import { DATABASE } from '../servers/infrastructure.ts';
import { ensureDatabase } from '../servers/given-servers.ts';
import { ensureSecrets } from '../keys/secrets.ts';
import { createStackParts } from '../processes/stack-parts.ts';
import { roles } from '../services/services.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { migrateServices } from './migrate-services.ts';

/** The embedded PostgreSQL with its schemas, and nothing that uses it, for as long as `work` takes. @param work gets a superuser's address */
export async function withDatabaseAlone<Result>(
  paths: StackPaths,
  { signal }: { readonly signal: AbortSignal },
  work: (adminUrl: string) => Promise<Result>,
): Promise<Result> {
  const parts = createStackParts(paths.logs);
  const server = await startEmbeddedPostgres({ dataDir: paths.postgres, log: parts.openLog('postgres').write, signal });
  try {
    const adminUrl = await ensureDatabase(server.url, DATABASE);
    await migrateServices({ adminUrl, secrets: await ensureSecrets(paths, roles) }, parts, signal);
    return await work(adminUrl);
  } finally {
    await server.stop();
  }
}
