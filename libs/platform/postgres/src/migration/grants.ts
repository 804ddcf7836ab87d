import { identifier, qualifiedName } from './identifier.ts';

export interface Reader {
  /** The other service's role. */
  readonly role: string;
  /** Tables or views it may SELECT, with their schema: `intake.event_log`. */
  readonly relations: readonly string[];
}

/** What a runtime role may do in its schema: read and write rows, use sequences, see which migrations ran; no DDL. */
export function toServiceGrants(schema: string, role: string): string[] {
  const [s, r] = [identifier(schema), identifier(role)];
  return [
    `REVOKE ALL ON SCHEMA ${s} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${s} TO ${r}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${s} TO ${r}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${s} TO ${r}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${s} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${r}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${s} GRANT USAGE, SELECT ON SEQUENCES TO ${r}`,
    `REVOKE ALL ON ${s}.migration FROM ${r}`,
    `GRANT SELECT ON ${s}.migration TO ${r}`,
  ];
}

/** What another service may read of this schema. */
export function toReaderGrants(schema: string, { role, relations }: Reader): string[] {
  const r = identifier(role);
  return [
    `GRANT USAGE ON SCHEMA ${identifier(schema)} TO ${r}`,
    ...relations.map((relation) => `GRANT SELECT ON ${qualifiedName(relation)} TO ${r}`),
  ];
}
