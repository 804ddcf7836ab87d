import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateIdentity } from './migrations/migrate-identity.ts';

await migrate(service, migrateIdentity);
