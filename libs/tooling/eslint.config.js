/**
 * Boundaries, types and habits as rules. Run through Nx (`npm run lint`, `nx lint <project>`), which draws the project graph first:
 * where none is cached the boundary rule silently skips itself.
 */
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

const workspaceRoot = resolve(import.meta.dirname, '../..');

/** Who may import whom. Apps meet only through contracts; a domain library stands on nothing but other domain libraries. */
const depConstraints = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:platform', 'type:testing'] },
  // The campaign counts by itself what the services are to have counted: of the domain it has nothing.
  { sourceTag: 'app:drill-e2e', onlyDependOnLibsWithTags: ['type:contracts', 'type:platform', 'type:testing'] },
  // What the operator's client is made of, and no service: it starts services, asks them and shows them.
  {
    sourceTag: 'type:operator',
    onlyDependOnLibsWithTags: ['type:tool', 'type:domain', 'type:contracts', 'type:platform', 'type:testing'],
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:tool', 'type:domain', 'type:contracts', 'type:platform', 'type:testing'],
  },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'], allowedExternalImports: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [], allowedExternalImports: ['zod'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:testing'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:domain'] },
  { sourceTag: 'type:tooling', onlyDependOnLibsWithTags: [] },
];
const boundaries = (constraints) => ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: constraints }];
/** What a spec may not lean on: how fast the machine is. An exception says why behind its disabling comment. */
const leansOnSpeed = [
  {
    selector:
      "CallExpression[callee.property.name=/^toBeLessThan/]:has(CallExpression[callee.property.name='now'], Identifier[name=/^(tookMs|elapsedMs|afterMs)$/])",
    message: 'A busy machine takes longer. See that it has happened, by whom or how often; CONTRIBUTING.md, "Specs and time".',
  },
  {
    selector: 'AwaitExpression > CallExpression[callee.name=/^(delay|rest|sleep)$/]',
    message: 'Wait on a condition (`waitFor`), or on a marker behind what is not to happen; CONTRIBUTING.md, "Specs and time".',
  },
  {
    selector: "AwaitExpression > NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    message: 'Wait on a condition (`waitFor`), or on a marker behind what is not to happen; CONTRIBUTING.md, "Specs and time".',
  },
];
const inSpecs = depConstraints.map(({ allowedExternalImports: _any, ...rest }) => rest);

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.motcua/**', '**/__snapshots__/**'] },
  {
    basePath: workspaceRoot,
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
  },
  {
    basePath: workspaceRoot,
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: { project: [resolve(workspaceRoot, 'tsconfig.base.json')], tsconfigRootDir: workspaceRoot },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // 73 % of the rules' time, and false alarms on Nest's option classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Zod schemas and their types share a name.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
      eqeqeq: 'error',
    },
  },
  {
    basePath: workspaceRoot,
    files: ['**/*.ts'],
    ignores: ['libs/platform/kafkajs/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name: 'kafkajs', importNames: ['Kafka'], allowTypeImports: true, message: 'Unrepaired: take it from @motcua/kafkajs.' },
      ],
    },
  },
  {
    basePath: workspaceRoot,
    files: ['libs/{calendar,digitization,dossier,forms,indicators,organisation,report,sla}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.bench.ts', '**/testing/**', '**/bench/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'A domain library does no I/O.' }] }],
    },
  },
  {
    basePath: workspaceRoot,
    files: ['apps/console/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.recommended],
    languageOptions: { parserOptions: { project: [resolve(workspaceRoot, 'apps/console/tsconfig.json')] } },
    rules: {
      // Contracts bring Node's types with them; the browser has none of it.
      'no-restricted-globals': ['error', 'Buffer', 'process', 'global', 'setImmediate', '__dirname'],
    },
  },
  {
    basePath: workspaceRoot,
    files: ['**/*.spec.ts', '**/*.features.ts', '**/*.arbitraries.ts', '**/testing/**/*.ts', '**/bench/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(inSpecs),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    basePath: workspaceRoot,
    files: ['**/*.spec.ts', '**/*.features.ts'],
    rules: { 'no-restricted-syntax': ['error', ...leansOnSpeed] },
  },
);
