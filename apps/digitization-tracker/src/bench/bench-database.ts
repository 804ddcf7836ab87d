import { openOwnDatabase, type OpenedDatabase } from '@motcua/postgres';
import { schema } from '../config.ts';
import { digitizationRole, migrateDigitization } from '../migrations/migrate-digitization.ts';

const own = { name: 'motcua_bench_upload', role: digitizationRole, migrate: migrateDigitization, schema, poolSize: 2 };

/** An empty, migrated database of a bench's own; gone after `close`. `adminUrl` may create databases and roles. */
export const createBenchDatabase = (adminUrl: string): Promise<OpenedDatabase> => openOwnDatabase({ adminUrl, ...own });
