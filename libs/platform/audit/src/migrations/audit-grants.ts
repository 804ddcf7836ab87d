/** `afterwards` of a service's migration: its role may add to the audit log, and nothing else. */
export const auditGrants = (schema: string, role: string): string[] => [
  `REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.audit_entry, ${schema}.audit_link FROM ${role}`,
];
