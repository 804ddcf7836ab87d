import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateIdempotencyTable1760000003000 } from '@motcua/http';
import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';
import { CreateLogComparison1767300000000, CreateOutboxTables1760000001000 } from '@motcua/outbox';
import { migrateService } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { CreateDigitization1764806400000 } from './1764806400000-create-digitization.ts';
import { FollowApplicantChanges1766950000000 } from './1766950000000-follow-applicant-changes.ts';
import { HoldArchivedFiles1764892800000 } from './1764892800000-hold-archived-files.ts';
import { TellSignatures1764979200000 } from './1764979200000-tell-signatures.ts';
import { IndexHistories1765040000000 } from './1765040000000-index-histories.ts';
import { NameContents1765065600000 } from './1765065600000-name-contents.ts';
import { KnowApplicantsBySeveralKeys1765152000000 } from './1765152000000-know-applicants-by-several-keys.ts';

export const digitizationMigrations = [
  CreateOutboxTables1760000001000,
  CreateConsumerTables1760000002000,
  CreateIdempotencyTable1760000003000,

  CreateDigitization1764806400000,
  HoldArchivedFiles1764892800000,
  TellSignatures1764979200000,
  IndexHistories1765040000000,
  NameContents1765065600000,
  KnowApplicantsBySeveralKeys1765152000000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  FollowApplicantChanges1766950000000,
  CreateLogComparison1767300000000,
  KnowTimeline1767300001000,
];

export const digitizationRole = 'motcua_digitization';

/** Brings schema `digitization` and its role to where this service expects them; may be repeated. Answers what ran now. */
export const migrateDigitization = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({
    adminUrl,
    schema: 'digitization',
    role: digitizationRole,
    rolePassword,
    migrations: digitizationMigrations,
    // The read-only views by which figures are rebuilt and verified.
    // And what consumers ask before they read the log of a database that was restored or failed over.
    readers: [
      {
        role: 'motcua_kpi',
        relations: ['event_log', 'relay_position', 'log_agreement', 'orphaned_record'].map((name) => `digitization.${name}`),
      },
    ],
    // What happened, what was checked and what was erased stays on record; views act with their owner's rights.
    afterwards: [
      `REVOKE UPDATE, DELETE ON digitization.event, digitization.scan_check, digitization.erasure, digitization.retention_run FROM ${digitizationRole}`,
      `REVOKE DELETE ON digitization.file, digitization.dossier FROM ${digitizationRole}`,
      `REVOKE INSERT, UPDATE, DELETE ON digitization.event_log, digitization.relay_position FROM ${digitizationRole}`,
      ...auditGrants('digitization', digitizationRole),
    ],
  });
