export { motcuaJson, runMotcua, workspaceRoot, type CommandResult } from './motcua.ts';
export { controlStack, readStackFile, startStack, type RunningStack, type StackFile } from './running-stack.ts';
