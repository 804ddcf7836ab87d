import { migrateService } from '@motcua/postgres';
import { AddContactWishes1764100000000 } from './add-contact-wishes.ts';
import { AddHashKey1765100000000 } from './add-hash-key.ts';
import { CreateCalendarChangeTables1764200000000 } from './create-calendar-change-tables.ts';
import { CreateProposalTable1764350000000 } from './create-proposal-table.ts';
import { CreateRatingTables1764300000000 } from './create-rating-tables.ts';
import { RecordRatingWays1764500000000 } from './record-rating-ways.ts';
import { CreateImportSessions1764450000000 } from './create-import-sessions.ts';
import { CreateDossierTables1764000000000 } from './create-dossier-tables.ts';

export const intakeSchema = 'intake';
export const intakeRole = 'motcua_intake';

/** Brings the schema, the runtime role and its rights up to date; may be repeated. @returns the migrations that ran now */
export function migrateIntake(adminUrl: string, rolePassword: string): Promise<string[]> {
  return migrateService({
    adminUrl,
    schema: intakeSchema,
    role: intakeRole,
    rolePassword,
    migrations: [
      CreateDossierTables1764000000000,
      AddContactWishes1764100000000,
      CreateCalendarChangeTables1764200000000,
      CreateRatingTables1764300000000,
      CreateProposalTable1764350000000,
      CreateImportSessions1764450000000,
      RecordRatingWays1764500000000,
      AddHashKey1765100000000,
    ],
    // The read-only views by which projections are rebuilt and verified.
    readers: [{ role: 'motcua_kpi', relations: ['intake.event_log', 'intake.relay_position', 'intake.rating_log'] }],
    // Events are appended, never changed; neither are they through the views, which act with their owner's rights.
    afterwards: [
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.event FROM motcua_intake',
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.rating_event FROM motcua_intake',
      'REVOKE UPDATE, DELETE, TRUNCATE ON intake.rating_token FROM motcua_intake',
      'REVOKE INSERT, UPDATE, DELETE ON intake.rating_log, intake.event_log, intake.relay_position FROM motcua_intake',
    ],
  });
}
