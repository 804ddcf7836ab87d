import { writeSection } from '../reliability/write-section.ts';
import { mutants } from './mutants.ts';
import { runMutant } from './run-mutant.ts';
import { toTable } from './to-table.ts';

/**
 * `npm run test:mutants [-- <name>… | unit | integration]`: puts each deliberate bug in and looks whether its check sees it. After all of
 * them the table of docs/reliability.md is written anew.
 */
const asked = process.argv.slice(2);
const isAsked = (words: readonly string[]): boolean => asked.length === 0 || words.some((word) => asked.includes(word));
const chosen = mutants.filter(({ name, check }) => isAsked([name, check.kind]));
if (chosen.length === 0) throw new Error(`No mutant is called so. There are: ${mutants.map(({ name }) => name).join(', ')}.`);

let caught = 0;
for (const [index, mutant] of chosen.entries()) {
  const result = await runMutant(mutant);
  if (result.outcome === 'caught') caught += 1;
  const place = `${String(index + 1).padStart(2)}/${chosen.length}`;
  process.stdout.write(`${place}  ${result.outcome.padEnd(8)}  ${result.seconds.toFixed(1).padStart(5)} s  ${mutant.name}\n`);
  if (result.outcome !== 'caught') process.stdout.write(`       ${mutant.bug}\n       ${result.by}\n`);
}
process.stdout.write(`${caught} of ${chosen.length} caught\n`);
if (caught < chosen.length) process.exitCode = 1;
else if (asked.length === 0) await writeSection('mutants', toTable(mutants));
