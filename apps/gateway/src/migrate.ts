import { migrate } from '@motcua/service';
import { service } from './config.ts';
import { migrateGateway } from './migrations/migrate-gateway.ts';

await migrate(service, migrateGateway);
