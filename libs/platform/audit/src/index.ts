export { AuditInterceptor, type ActionsOf } from './audit.interceptor.ts';
export type { AuditEntry } from './entry/audit-entry.ts';
export { AuditLog } from './entry/audit-log.ts';
export { createTermHash, type TermHash } from './entry/term-hash.ts';
export { auditGrants } from './migrations/audit-grants.ts';
export { CreateAuditLog1765400000000 } from './migrations/1765400000000-create-audit-log.ts';
export { listEntries, type EntryFilter } from './search/list-entries.query.ts';
export { sealEntries, type Seal } from './sealing/seal-entries.ts';
export { verifyChain } from './sealing/verify-chain.ts';
