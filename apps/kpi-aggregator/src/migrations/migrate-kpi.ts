import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';
import { migrateService } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { CreateProjection1763942400000 } from './1763942400000-create-projection.ts';
import { AddVerdicts1764201600000 } from './1764201600000-add-verdicts.ts';
import { AddDocuments1764892800000 } from './1764892800000-add-documents.ts';
import { AddOfficers1765152000000 } from './1765152000000-add-officers.ts';
import { AddSignedResults1765238400000 } from './1765238400000-add-signed-results.ts';
import { CreateReportFiles1767800000000, reportFileGrants } from './1767800000000-create-report-files.ts';
import { CreatePeriodCloses1768000000000, periodCloseGrants } from './1768000000000-create-period-closes.ts';
import { AddReportFigures1768100000000 } from './1768100000000-add-report-figures.ts';

export const kpiMigrations = [
  CreateConsumerTables1760000002000,

  CreateProjection1763942400000,
  AddVerdicts1764201600000,
  AddDocuments1764892800000,
  AddOfficers1765152000000,
  AddSignedResults1765238400000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  KnowTimeline1767300001000,
  CreateReportFiles1767800000000,
  CreatePeriodCloses1768000000000,
  AddReportFigures1768100000000,
];

/** A rebuild empties the idle table set. */
const mayEmptyTableSets = `GRANT TRUNCATE ON ${['fact', 'cell', 'rating', 'institutional']
  .flatMap((table) => [`kpi.${table}_0`, `kpi.${table}_1`])
  .join(', ')} TO motcua_kpi`;

/** Brings schema `kpi` and role `motcua_kpi` to where this service expects them; may be repeated. Answers what ran now. */
export const migrateKpi = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({
    adminUrl,
    schema: 'kpi',
    role: 'motcua_kpi',
    rolePassword,
    migrations: kpiMigrations,
    afterwards: [mayEmptyTableSets, ...auditGrants('kpi', 'motcua_kpi'), ...reportFileGrants, ...periodCloseGrants],
  });
