import { loadConfig } from '@motcua/config';
import { runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';

const Config = z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() });

/** The main function of a service's migration: `ADMIN_DATABASE_URL`, a role that may create schemas and roles; the password of the service's own. */
export async function migrate(name: string, run: (adminUrl: string, rolePassword: string) => Promise<string[]>): Promise<void> {
  const logger = createLogger(name);
  await runService(logger, async () => {
    const { ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD } = loadConfig(Config, process.env);
    logger.info({ migrations: await run(ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD) }, 'migrated');
  });
}
