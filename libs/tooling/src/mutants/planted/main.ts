import { rm } from 'node:fs/promises';
import { writeSection } from '../../reliability/write-section.ts';
import { planted, type Planted } from './planted.ts';
import type { Naming } from './known-outcome.ts';
import { noteOutcome } from './outcomes-file.ts';
import { PlantedStack } from './plant.ts';
import { runCampaign, type Schedule } from './run-campaign.ts';
import { toPlantedTable } from './to-planted-table.ts';

/**
 * `npm run test:planted [-- <name>…]`: builds each bug into a whole stack, lets the campaign run on it, and looks by which promise the oracle names it.
 * What is found is a line of docs/reliability/planted.jsonl and of the table of docs/reliability.md.
 */
const MOST_SCHEDULES = 4;
const LONGEST_WORDS = 160;
const asked = process.argv.slice(2);
const chosen = planted.filter(({ mutant }) => asked.length === 0 || asked.includes(mutant.name));
if (chosen.length === 0)
  throw new Error(`No bug is called so. There are: ${planted.map(({ mutant }) => mutant.name).join(', ')}.`);

const stack = await PlantedStack.copy();
let named = 0;
try {
  for (const one of chosen) {
    const takeOut = await stack.plant(one);
    const naming = findNaming(one, await runCampaign(stack.top, one.fault, MOST_SCHEDULES));
    await takeOut();
    if (naming !== undefined) named += 1;
    const known = await noteOutcome({ bug: one.mutant.name, at: new Date().toISOString(), naming: naming ?? null });
    await writeSection('planted', toPlantedTable(planted, known));
    const said = naming === undefined ? 'NOT NAMED' : `${naming.promise}, schedule ${naming.seed}: ${naming.what}`;
    process.stdout.write(`${one.mutant.name}: ${said}\n`);
  }
} finally {
  await rm(stack.top, { recursive: true, force: true });
}
process.stdout.write(`${named} of ${chosen.length} named by the oracle\n`);
if (named < chosen.length) process.exitCode = 1;

function findNaming({ promises }: Planted, schedules: readonly Schedule[]): Naming | undefined {
  const all = schedules.flatMap(({ seed, violations }) => violations.map((violation) => ({ seed, ...violation })));
  const found = all.find(({ promise }) => promises.includes(promise));
  return found === undefined ? undefined : { ...found, what: found.what.slice(0, LONGEST_WORDS) };
}
