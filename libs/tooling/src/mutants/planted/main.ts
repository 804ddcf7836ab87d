import { rm } from 'node:fs/promises';
import { writeSection } from '../../reliability/write-section.ts';
import { planted, type Planted } from './planted.ts';
import { PlantedStack } from './plant.ts';
import { runCampaign, type Schedule } from './run-campaign.ts';
import { toPlantedTable, type Naming, type Outcome } from './to-planted-table.ts';

/**
 * `npm run test:planted [-- <name>…]`: builds each bug into a whole stack, lets the campaign run on it, and looks by which promise the oracle names it.
 * After all of them the table of docs/reliability.md is written anew.
 */
const MOST_SCHEDULES = 4;
const asked = process.argv.slice(2);
const chosen = planted.filter(({ mutant }) => asked.length === 0 || asked.includes(mutant.name));
if (chosen.length === 0)
  throw new Error(`No bug is called so. There are: ${planted.map(({ mutant }) => mutant.name).join(', ')}.`);

const stack = await PlantedStack.copy();
const outcomes: Outcome[] = [];
try {
  for (const one of chosen) {
    const takeOut = await stack.plant(one);
    const naming = findNaming(one, await runCampaign(stack.top, one.fault, MOST_SCHEDULES));
    await takeOut();
    outcomes.push({ ...one, naming });
    const said = naming === undefined ? 'NOT NAMED' : `${naming.promise}, schedule ${naming.seed}: ${naming.what.slice(0, 200)}`;
    process.stdout.write(`${one.mutant.name}: ${said}\n`);
  }
} finally {
  await rm(stack.top, { recursive: true, force: true });
}
const named = outcomes.filter(({ naming }) => naming !== undefined);
process.stdout.write(`${named.length} of ${chosen.length} named by the oracle\n`);
if (named.length < chosen.length) process.exitCode = 1;
if (asked.length === 0) await writeSection('planted', toPlantedTable(outcomes));

function findNaming({ promises }: Planted, schedules: readonly Schedule[]): Naming | undefined {
  const all = schedules.flatMap(({ seed, violations }) => violations.map((violation) => ({ seed, ...violation })));
  return all.find(({ promise }) => promises.includes(promise));
}
