import { loadConfig } from '@motcua/config';
import { createLogger } from '@motcua/observability';
import { z } from 'zod';
import { migrateNotification } from './migrations/migrate-notification.ts';

const config = loadConfig(z.object({ ADMIN_DATABASE_URL: z.string(), SERVICE_ROLE_PASSWORD: z.string() }), process.env);
const migrations = await migrateNotification(config.ADMIN_DATABASE_URL, config.SERVICE_ROLE_PASSWORD);
createLogger('notification').info({ migrations }, 'migrated');
