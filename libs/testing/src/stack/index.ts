export { motcuaJson, runMotcua, startMotcua, workspaceRoot, type CommandResult } from './motcua.ts';
export { controlStack, readStackFile, startStack, type RunningStack, type StackFile } from './running-stack.ts';
export { plainEnvironment } from './plain-environment.ts';
export { findTestIssuer, prepareTestIssuer, signTestToken } from './test-issuer.ts';
