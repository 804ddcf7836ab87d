/**
 * Everything that is checked without running the product: boundaries and rules (ESLint), layout (Prettier), unused files,
 * exports and dependencies (knip). Nx draws the project graph first: without one the boundary rule skips itself.
 */
import { runSteps } from './run-step.js';

export const graph = { name: 'project graph', command: 'nx', args: ['run', '@motcua/tooling:check-graph'], quiet: true };
export const checks = [
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
  const failed = await runSteps([graph, checks]);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
