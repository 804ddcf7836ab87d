import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateLogComparison1767300000000, CreateOutboxTables1760000001000 } from '@motcua/outbox';
import { migrateService } from '@motcua/postgres';
import { schema } from '../config.ts';
import { CreateCatalogue1764000000000 } from './1764000000000-create-catalogue.ts';
import { CreateFigureReports1766200000000 } from './1766200000000-create-figure-reports.ts';
import { ShowInstitutionalLog1768100000000 } from './1768100000000-show-institutional-log.ts';
import { CreateRecommendations1768100001000 } from './1768100001000-create-recommendations.ts';

export const catalogueMigrations = [
  CreateOutboxTables1760000001000,
  CreateCatalogue1764000000000,
  CreateAuditLog1765400000000,
  CreateFigureReports1766200000000,
  CreateLogComparison1767300000000,
  ShowInstitutionalLog1768100000000,
  CreateRecommendations1768100001000,
];

export const role = 'motcua_catalogue';

/** History is only ever added to: the runtime role may not rewrite an event, nor delete anything. @returns migrations that ran */
export function migrateCatalogue(adminUrl: string, rolePassword: string): Promise<string[]> {
  return migrateService({
    adminUrl,
    schema,
    role,
    rolePassword,
    migrations: catalogueMigrations,
    // The read-only views by which institutional figures are rebuilt and verified.
    readers: [{ role: 'motcua_kpi', relations: [`${schema}.institutional_log`, `${schema}.relay_position`] }],
    afterwards: [
      `REVOKE UPDATE, DELETE ON ${schema}.ref_event FROM ${role}`,
      `REVOKE DELETE ON ${schema}.entry_version FROM ${role}`,
      `REVOKE INSERT, UPDATE, DELETE ON ${schema}.institutional_log, ${schema}.relay_position FROM ${role}`,
      `REVOKE DELETE ON ${schema}.figure_report FROM ${role}`,
      `REVOKE UPDATE, DELETE ON ${schema}.recommendation, ${schema}.recommendation_step FROM ${role}`,
      ...auditGrants(schema, role),
    ],
  });
}
