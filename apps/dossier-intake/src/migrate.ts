import { loadConfig } from '@motcua/config';
import { runService } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { migrateIntake } from './migrations/migrate-intake.ts';

const Config = z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() });
const logger = createLogger('dossier-intake-migrate');

await runService(logger, async () => {
  const { ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD } = loadConfig(Config, process.env);
  logger.info({ migrations: await migrateIntake(ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD) }, 'migrated');
});
