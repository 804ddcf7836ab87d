import { migrate } from '@motcua/service';
import { migrateIntake } from './migrations/migrate-intake.ts';
import { service } from './config.ts';

await migrate(service, migrateIntake);
