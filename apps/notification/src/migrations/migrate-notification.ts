import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';
import { migrateService, CreateDatabaseClock1760000000000 } from '@motcua/postgres';
import { migrateQueues } from '@motcua/queue';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { queueSchema } from '../config.ts';
import { ForgetNotices1766700000000 } from './1766700000000-forget-notices.ts';
import { IndexDigests1767400000000 } from './1767400000000-index-digests.ts';
import { ImportsAndProgress1764460000000 } from './1764460000000-imports-and-progress.ts';
import { CreateNotification1764150000000 } from './1764150000000-create-notification.ts';
import { OrderDeliveries1769000000000 } from './1769000000000-order-deliveries.ts';
import { PendingProposals1765050000000 } from './1765050000000-pending-proposals.ts';
import { StaffOfTheCatalogue1764950000000 } from './1764950000000-staff-of-the-catalogue.ts';

export const notificationMigrations = [
  CreateDatabaseClock1760000000000,
  CreateConsumerTables1760000002000,

  CreateNotification1764150000000,
  ImportsAndProgress1764460000000,
  StaffOfTheCatalogue1764950000000,
  PendingProposals1765050000000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  ForgetNotices1766700000000,
  KnowTimeline1767300001000,
  IndexDigests1767400000000,
  OrderDeliveries1769000000000,
];

const role = 'motcua_notification';

/** Brings schema `notification`, that of its queues and role `motcua_notification` to where this service expects them; may be repeated. */
export async function migrateNotification(adminUrl: string, rolePassword: string): Promise<string[]> {
  const ran = await migrateService({
    adminUrl,
    schema: 'notification',
    role,
    rolePassword,
    migrations: notificationMigrations,
    afterwards: auditGrants('notification', role),
  });
  await migrateQueues({ adminUrl, schema: queueSchema, role });
  return ran;
}
