import { loadConfig } from '@motcua/config';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { migrateKpi } from './migrations/migrate-kpi.ts';

const config = loadConfig(z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() }), process.env);
const migrations = await migrateKpi(config.ADMIN_DATABASE_URL, config.SERVICE_ROLE_PASSWORD);
createLogger('kpi-aggregator').info({ migrations }, 'migrated');
