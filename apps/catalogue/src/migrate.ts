import { loadConfig } from '@motcua/config';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { migrateCatalogue } from './database/migrate-catalogue.ts';

const logger = createLogger('catalogue');
const Config = z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() });
const { ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD } = loadConfig(Config, process.env);

logger.info({ migrations: await migrateCatalogue(ADMIN_DATABASE_URL, SERVICE_ROLE_PASSWORD) }, 'migrated');
