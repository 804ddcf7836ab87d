import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateIdempotencyTable1760000003000 } from '@motcua/http';
import { migrateService } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { schema } from '../config.ts';
import { CreateIdentity1766000000000 } from './1766000000000-create-identity.ts';
import { AddPrograms1768100002000 } from './1768100002000-add-programs.ts';

export const identityMigrations = [
  CreateIdempotencyTable1760000003000,
  CreateReferenceTables1765300000000,
  CreateAuditLog1765400000000,
  CreateIdentity1766000000000,
  AddPrograms1768100002000,
];
export const identityRole = 'motcua_identity';

/** Brings schema `identity` and role `motcua_identity` to where this service expects them; may be repeated. Answers what ran now. */
export const migrateIdentity = (adminUrl: string, rolePassword: string): Promise<string[]> =>
  migrateService({
    adminUrl,
    schema,
    role: identityRole,
    rolePassword,
    migrations: identityMigrations,
    afterwards: auditGrants(schema, identityRole),
  });
