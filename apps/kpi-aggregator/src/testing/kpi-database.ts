import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import { migrateKpi } from '../migrations/migrate-kpi.ts';

export type KpiDatabase = ServiceDatabase;

export const createKpiDatabase = (): Promise<KpiDatabase> =>
  createServiceDatabase({ schema: 'kpi', role: 'motcua_kpi', migrate: migrateKpi });
