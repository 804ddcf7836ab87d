import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateCatalogue } from './migrations/migrate-catalogue.ts';

await migrate(service, migrateCatalogue);
