import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateSla } from './migrations/migrate-sla.ts';

await migrate(service, migrateSla);
