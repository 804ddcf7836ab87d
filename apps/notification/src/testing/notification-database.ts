import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import { migrateNotification } from '../migrations/migrate-notification.ts';

export type NotificationDatabase = ServiceDatabase;

export const createNotificationDatabase = (): Promise<NotificationDatabase> =>
  createServiceDatabase({ schema: 'notification', role: 'motcua_notification', migrate: migrateNotification });
