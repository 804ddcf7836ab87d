export { connectToStack, type StackConnection } from './connection/stack-connection.ts';
export { ensureFirstAccounts, type FirstAccount, type ShownPassword } from './keys/first-accounts.ts';
export { ensureServiceAccounts, type ServiceAccount } from './keys/service-accounts.ts';
export { findTestIssuer } from './keys/test-issuer.ts';
export { findStackFile, StackFile } from './state/stack-file.ts';
export { getStackPaths, type StackPaths } from './state/stack-paths.ts';
export { findSupervisor, releaseSupervisorLock, takeSupervisorLock } from './state/supervisor-lock.ts';
export { workspaceRoot } from './state/workspace-root.ts';
