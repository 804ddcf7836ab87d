import { migrate } from '@motcua/service';
import { migrateIntake } from './migrations/migrate-intake.ts';
import { serviceName } from './service.ts';

await migrate(serviceName, migrateIntake);
