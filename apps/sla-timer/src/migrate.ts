import { loadConfig } from '@motcua/config';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { service } from './config.ts';
import { migrateSla } from './migrations/migrate-sla.ts';

const config = loadConfig(z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() }), process.env);
const migrations = await migrateSla(config.ADMIN_DATABASE_URL, config.SERVICE_ROLE_PASSWORD);
createLogger(service).info({ migrations }, 'migrated');
