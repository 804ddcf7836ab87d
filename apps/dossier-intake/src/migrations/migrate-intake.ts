import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateIdempotencyTable1760000003000 } from '@motcua/http';
import { CreateLogComparison1767300000000, CreateOutboxTables1760000001000 } from '@motcua/outbox';
import { migrateService } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { schema } from '../config.ts';
import { AddContactWishes1764100000000 } from './1764100000000-add-contact-wishes.ts';
import { CreateDeskEntryTable1765400000000 } from './1765400000000-create-desk-entry-table.ts';
import { AddHashKey1765100000000 } from './1765100000000-add-hash-key.ts';
import { CreateCalendarChangeTables1764200000000 } from './1764200000000-create-calendar-change-tables.ts';
import { CreateProposalTable1764350000000 } from './1764350000000-create-proposal-table.ts';
import { CreateRatingTables1764300000000 } from './1764300000000-create-rating-tables.ts';
import { RecordRatingWays1764500000000 } from './1764500000000-record-rating-ways.ts';
import { CreateImportSessions1764450000000 } from './1764450000000-create-import-sessions.ts';
import { CreateLookUpTables1766200000000 } from './1766200000000-create-look-up-tables.ts';
import { CreateAbsenceTable1766400000000 } from './1766400000000-create-absence-table.ts';
import { CreateSlipTables1766300000000 } from './1766300000000-create-slip-tables.ts';
import { CreateArchive1766500000000 } from './1766500000000-create-archive.ts';
import { CreateApplicantRights1766900000000 } from './1766900000000-create-applicant-rights.ts';
import { IndexErasures1766960000000 } from './1766960000000-index-erasures.ts';
import { CreateFeeTakings1767600100000 } from './1767600100000-create-fee-takings.ts';
import { NoteWhetherFeesArePaid1767600000000 } from './1767600000000-note-whether-fees-are-paid.ts';
import { CreateReformTables1767900000000 } from './1767900000000-create-reform-tables.ts';
import { ShareLookUpMessages1768100000000 } from './1768100000000-share-look-up-messages.ts';
import { TakeErasuresBack1768300000000 } from './1768300000000-take-erasures-back.ts';
import { CreateDossierTables1764000000000 } from './1764000000000-create-dossier-tables.ts';

export const intakeMigrations = [
  CreateOutboxTables1760000001000,
  CreateIdempotencyTable1760000003000,

  CreateDossierTables1764000000000,
  AddContactWishes1764100000000,
  CreateCalendarChangeTables1764200000000,
  CreateRatingTables1764300000000,
  CreateProposalTable1764350000000,
  CreateImportSessions1764450000000,
  RecordRatingWays1764500000000,
  AddHashKey1765100000000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  CreateDeskEntryTable1765400000000,
  CreateLookUpTables1766200000000,
  CreateSlipTables1766300000000,
  CreateAbsenceTable1766400000000,
  CreateArchive1766500000000,
  CreateApplicantRights1766900000000,
  IndexErasures1766960000000,
  CreateLogComparison1767300000000,
  NoteWhetherFeesArePaid1767600000000,
  CreateFeeTakings1767600100000,
  CreateReformTables1767900000000,
  ShareLookUpMessages1768100000000,
  TakeErasuresBack1768300000000,
];

/** What consumers ask before they read the log of a database that was restored or failed over. */
const comparison = ['intake.log_agreement', 'intake.orphaned_record'];

export const intakeRole = 'motcua_intake';

/** Brings the schema, the runtime role and its rights up to date; may be repeated. @returns the migrations that ran now */
export function migrateIntake(adminUrl: string, rolePassword: string): Promise<string[]> {
  return migrateService({
    adminUrl,
    schema,
    role: intakeRole,
    rolePassword,
    migrations: intakeMigrations,
    // The read-only views by which projections are rebuilt and verified.
    readers: [
      { role: 'motcua_kpi', relations: ['intake.event_log', 'intake.relay_position', 'intake.rating_log', ...comparison] },
      ...['motcua_sla', 'motcua_notification', 'motcua_digitization'].map((role) => ({
        role,
        relations: ['intake.archive', ...comparison],
      })),
    ],
    // Events are appended, never changed; neither are they through the views, which act with their owner's rights.
    afterwards: [
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.event FROM motcua_intake',
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.rating_event FROM motcua_intake',
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.rating_token FROM motcua_intake',
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.applicant_change FROM motcua_intake',
      'REVOKE DELETE, TRUNCATE ON intake.applicant_erasure FROM motcua_intake',
      'REVOKE DELETE, TRUNCATE ON intake.fee_taking FROM motcua_intake',
      'REVOKE INSERT, UPDATE, DELETE ON intake.rating_log, intake.event_log, intake.archive, intake.relay_position FROM motcua_intake',
      ...auditGrants(schema, intakeRole),
    ],
  });
}
