/**
 * The specs of one kind (`unit`, `integration`, `e2e`) of one project, in Jest; the targets `test`, `integration` and `e2e` run it:
 *
 *   node --experimental-vm-modules libs/tooling/run-jest.js apps/cli unit due -t 'a pause'
 *
 * What follows the kind is Jest's own. How many specs passed is left in `test-results/`, where Nx keeps it with the target's result.
 */
import { rmSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';
import { argv, env } from 'node:process';
import { continueOnNeededNode } from './node.js';
import { toTotalsFile } from './totals.js';

await continueOnNeededNode();

const [projectRoot, kind, ...args] = argv.slice(2);
// What a deliberate bug lets fail is no result of the project (`src/mutants`).
delete env.MOTCUA_TOTALS;
if (env.MOTCUA_MUTANT === undefined) {
  env.MOTCUA_TOTALS = toTotalsFile(projectRoot, kind);
  rmSync(env.MOTCUA_TOTALS, { force: true });
}
// The specs' own processes are nobody's task: what `motcua` builds in them is a run of its own.
for (const name of Object.keys(env)) if (name.startsWith('NX_') && name !== 'NX_DAEMON') delete env[name];
// Terminals write numbers and moments as their locale has them: specs read the neutral one, whoever runs them.
env.LC_ALL = 'C';

// Tasks of Nx share the cores; specs that have somebody to wait for leave most of theirs to another.
const isGiven = args.some((arg) => /^(-w|-i|--maxWorkers|--runInBand|--watch)/.test(arg));
const workers = isGiven ? [] : ['--maxWorkers', kind === 'unit' ? '1' : '2'];
// Jest itself is compiled once, and not for every project.
module.enableCompileCache(resolve(import.meta.dirname, '../../node_modules/.cache/node'));
const { run } = await import('jest');
await run([
  ...['--config', 'libs/tooling/jest.config.js', '--roots', projectRoot, '--selectProjects', kind, '--passWithNoTests'],
  ...workers,
  ...args,
]);
