import { loadConfig } from '@motcua/config';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { service } from './config.ts';
import { migrateDigitization } from './migrations/migrate-digitization.ts';

const config = loadConfig(z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() }), process.env);
const migrations = await migrateDigitization(config.ADMIN_DATABASE_URL, config.SERVICE_ROLE_PASSWORD);
createLogger(service).info({ migrations }, 'migrated');
