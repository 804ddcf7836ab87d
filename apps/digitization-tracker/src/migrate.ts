import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateDigitization } from './migrations/migrate-digitization.ts';

await migrate(service, migrateDigitization);
