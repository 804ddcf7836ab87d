import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Frozen: whatever changes comes in a migration behind it. Entries, the chain over them and its seals are only ever added to: a trigger
 * refuses everything else, to the owner of the tables too.
 */
export const auditTables = (schema: string): string => `
  CREATE TABLE ${schema}.audit_entry (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    sub text NOT NULL,
    role text NOT NULL,
    unit text,
    action text NOT NULL,
    route text NOT NULL,
    about text NOT NULL,
    terms text,
    reason text,
    address text NOT NULL,
    request_id text NOT NULL
  );
  CREATE INDEX audit_entry_xid ON ${schema}.audit_entry (xid, position);
  CREATE INDEX audit_entry_sub ON ${schema}.audit_entry (sub, position);
  CREATE INDEX audit_entry_about ON ${schema}.audit_entry (about, position);
  CREATE TABLE ${schema}.audit_link (
    sequence bigint PRIMARY KEY,
    xid xid8 NOT NULL,
    position bigint NOT NULL UNIQUE,
    hash text NOT NULL
  );
  CREATE FUNCTION ${schema}.refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$;
  CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change_of_audit();
  CREATE TRIGGER audit_link_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change_of_audit()`;

/** What people did and read, in the schema of the service that they asked. */
export class CreateAuditLog1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(auditTables(schemaOf(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    const schema = schemaOf(runner);
    await runner.query(`DROP TABLE ${schema}.audit_link, ${schema}.audit_entry; DROP FUNCTION ${schema}.refuse_change_of_audit`);
  }
}
