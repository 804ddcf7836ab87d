import { join, resolve } from 'node:path';

const workspaceRoot = resolve(import.meta.dirname, '../..');

/** Where a project's specs of one kind (`unit`, `integration`, `e2e`) leave `{ passed, failed }`: an output of the target, so that a cached result is counted too. */
export const toTotalsFile = (projectRoot, kind) => join(workspaceRoot, 'test-results', projectRoot, `${kind}.json`);
