import { migrateService } from '@motcua/postgres';
import { schema } from '../config.ts';
import { CreateSessions1766000000000 } from './1766000000000-create-sessions.ts';
import { AddWallSessions1767100000000 } from './1767100000000-add-wall-sessions.ts';
import { AddEndedAccess1768000000000 } from './1768000000000-add-ended-access.ts';

const gatewayMigrations = [CreateSessions1766000000000, AddWallSessions1767100000000, AddEndedAccess1768000000000];

export const role = 'motcua_gateway';

/** Brings schema `gateway` and its role to where the sessions expect them; may be repeated. @returns migrations that ran */
export const migrateGateway = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({ adminUrl, schema, role, rolePassword, migrations: gatewayMigrations });
