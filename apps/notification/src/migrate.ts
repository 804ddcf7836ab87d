import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateNotification } from './migrations/migrate-notification.ts';

await migrate(service, migrateNotification);
