import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateKpi } from './migrations/migrate-kpi.ts';

await migrate(service, migrateKpi);
