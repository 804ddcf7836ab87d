/**
 * Everything that is checked without running the product: boundaries and rules (ESLint), layout (Prettier), unused files,
 * exports and dependencies (knip). Nx draws the project graph first: without one the boundary rule skips itself.
 */
import { runStep } from './run-step.js';

export const lintSteps = [
  { name: 'project graph', command: 'nx', args: ['show', 'projects'], quiet: true },
  {
    name: 'eslint',
    command: 'eslint',
    args: ['-c', 'libs/tooling/eslint.config.js', '--max-warnings', '0', 'apps', 'libs'],
    env: { NODE_OPTIONS: '--max-old-space-size=4096' },
    quiet: true,
  },
  { name: 'prettier', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'], quiet: true },
  { name: 'knip', command: 'knip', args: ['--config', 'libs/tooling/knip.json', '--no-config-hints'], quiet: true },
];

if (process.argv[1] === import.meta.filename) {
  let ok = true;
  for (const step of lintSteps) ok = (await runStep(step)) && ok;
  process.exitCode = ok ? 0 : 1;
}
