import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateIdempotencyTable1760000003000 } from '@motcua/http';
import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';
import { CreateLogComparison1767300000000, CreateOutboxTables1760000001000 } from '@motcua/outbox';
import { migrateService, CreateClockAt1766600000000, CreateDatabaseClock1760000000000 } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { CreateArchive1766500000000 } from './1766500000000-create-archive.ts';
import { CreateClocks1764201600000 } from './1764201600000-create-clocks.ts';
import { ForgetAlerts1766800000000 } from './1766800000000-forget-alerts.ts';
import { ForgetAlertsOfSubmissions1768200000000 } from './1768200000000-forget-alerts-of-submissions.ts';
import { HoldImports1764460000000 } from './1764460000000-hold-imports.ts';
import { EncryptVerdictReasons1765000000000 } from './1765000000000-encrypt-verdict-reasons.ts';
import { AddPromiseClock1767200000000 } from './1767200000000-add-promise-clock.ts';
import { KeepUndoPoints1766300000000 } from './1766300000000-keep-undo-points.ts';

export const slaMigrations = [
  CreateDatabaseClock1760000000000,
  CreateOutboxTables1760000001000,
  CreateConsumerTables1760000002000,
  CreateIdempotencyTable1760000003000,

  CreateClocks1764201600000,
  HoldImports1764460000000,
  EncryptVerdictReasons1765000000000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  KeepUndoPoints1766300000000,
  CreateArchive1766500000000,
  CreateClockAt1766600000000,
  ForgetAlerts1766800000000,
  AddPromiseClock1767200000000,
  CreateLogComparison1767300000000,
  KnowTimeline1767300001000,
  ForgetAlertsOfSubmissions1768200000000,
];
/** What consumers ask before they read the log of a database that was restored or failed over. */
const comparison = ['sla.log_agreement', 'sla.orphaned_record'];
export const slaRole = 'motcua_sla';

/** Brings schema `sla` and role `motcua_sla` to where this service expects them; may be repeated. Answers what ran now. */
export const migrateSla = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({
    adminUrl,
    schema: 'sla',
    role: slaRole,
    rolePassword,
    migrations: slaMigrations,
    // The read-only views by which figures are rebuilt and verified.
    readers: [
      { role: 'motcua_kpi', relations: ['sla.event_log', 'sla.relay_position', ...comparison] },
      { role: 'motcua_notification', relations: ['sla.archive', ...comparison] },
    ],
    // What was said stays said; neither is it changed through the views, which act with their owner's rights.
    afterwards: [
      `REVOKE UPDATE, DELETE ON sla.event FROM ${slaRole}`,
      'REVOKE ALL ON FUNCTION sla.forget_alerts FROM PUBLIC',
      `GRANT EXECUTE ON FUNCTION sla.forget_alerts TO ${slaRole}`,
      `REVOKE INSERT, UPDATE, DELETE ON sla.event_log, sla.archive, sla.relay_position FROM ${slaRole}`,
      ...auditGrants('sla', slaRole),
    ],
  });
