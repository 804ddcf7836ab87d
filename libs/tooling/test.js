/**
 * `npm test`: everything that must hold, in the order in which failures are cheapest to find; every step runs even when an
 * earlier one failed, and the last line adds up the specs. `--faults` runs the fault drill alone, with ten seeds.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, graph } from './lint.js';
import { runSteps } from './run-step.js';

const totals = join(mkdtempSync(join(tmpdir(), 'motcua-test-')), 'totals');
const jest = (name, project, env = {}, ...args) => ({
  name,
  command: 'jest',
  args: ['-c', 'libs/tooling/jest.config.js', ...args, '--selectProjects', project],
  env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', MOTCUA_TOTALS: totals, ...env },
});

const build = { name: 'build', command: 'nx', args: ['run-many', '-t', 'build'], quiet: true };
const everything = [
  build,
  graph,
  [...checks, { name: 'types', command: 'tsc', args: ['-p', 'tsconfig.base.json', '--noEmit'], quiet: true }],
  jest('unit and property specs', 'unit', {}, '-w', '2'),
  jest('integration specs (PostgreSQL, Kafka)', 'integration', {}, '-w', '2'),
  jest('end to end: the stack, real data, one drill of each kind', 'e2e', { FAULT_SEEDS: '1' }, '--runInBand'),
];
const faults = [build, jest('fault drills, ten seeds', 'e2e', { FAULT_SEEDS: '10' }, 'drill', '--runInBand')];

const failed = await runSteps(process.argv.includes('--faults') ? faults : everything);

const counts = readTotals();
rmSync(join(totals, '..'), { recursive: true, force: true });
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

function readTotals() {
  try {
    const runs = readFileSync(totals, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return runs.reduce((sum, run) => ({ passed: sum.passed + run.passed, failed: sum.failed + run.failed }));
  } catch {
    return { passed: 0, failed: failed.length };
  }
}
