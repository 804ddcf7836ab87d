/**
 * Two Jest projects over the whole workspace: `unit` (`x.spec.ts`: no I/O) and `integration` (`x.int.spec.ts`: a real PostgreSQL
 * and a real Kafka, started once a run by the global setup of `libs/testing`). End-to-end specs (`x.e2e.spec.ts`) are a third.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { mapPackages } from './jest-packages.js';
import { continueOnNeededNode } from './node.js';

await continueOnNeededNode();

const rootDir = resolve(import.meta.dirname, '../..');
const { $schema: _schema, ...swcrc } = JSON.parse(readFileSync(join(rootDir, '.swcrc'), 'utf8'));
const { rewriteRelativeImportExtensions: _rewrite, ...jsc } = swcrc.jsc;

/** With a deliberate bug in one file, where one is asked for. */
const isMutant = env.MOTCUA_MUTANT !== undefined;
const compile = isMutant ? join(import.meta.dirname, 'mutating-transform.js') : '@swc/jest';

const shared = {
  rootDir,
  // One cache of what is compiled for all kinds of specs and all projects.
  id: 'motcua',
  cacheDirectory: join(rootDir, 'node_modules/.cache/jest'),
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testEnvironment: join(import.meta.dirname, 'jest-environment.js'),
  testEnvironmentOptions: { customExportConditions: ['@motcua/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': [compile, { ...swcrc, jsc, swcrc: false }] },
  setupFiles: isMutant ? [join(import.meta.dirname, 'stop-at-first.js')] : [],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: await mapPackages(),
};
const notUnit = ['\\.int\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$', '/node_modules/', '/dist/'];
const realStack = {
  globalSetup: join(rootDir, 'libs/testing/src/jest/start-stack.js'),
  globalTeardown: join(rootDir, 'libs/testing/src/jest/stop-stack.js'),
};

export default {
  rootDir,
  testTimeout: 60_000,
  workerIdleMemoryLimit: '500MB',
  reporters: ['default', join(import.meta.dirname, 'totals-reporter.js')],
  projects: [
    { ...shared, displayName: 'unit', testRegex: '\\.spec\\.ts$', testPathIgnorePatterns: notUnit },
    { ...shared, ...realStack, displayName: 'integration', testRegex: '\\.int\\.spec\\.ts$' },
    { ...shared, displayName: 'e2e', testRegex: '\\.e2e\\.spec\\.ts$' },
  ],
};
