import type { Mutant } from './mutant.ts';
import { access } from './rooms/access.ts';
import { calendar } from './rooms/calendar.ts';
import { clocks } from './rooms/clocks.ts';
import { doors } from './rooms/doors.ts';
import { dossiers } from './rooms/dossiers.ts';
import { figures } from './rooms/figures.ts';
import { notices } from './rooms/notices.ts';
import { platform } from './rooms/platform.ts';
import { projection } from './rooms/projection.ts';
import { retention } from './rooms/retention.ts';

/** Every deliberate bug, by the room that it is in. */
export const mutants: readonly Mutant[] = [
  ...calendar,
  ...clocks,
  ...doors,
  ...dossiers,
  ...figures,
  ...projection,
  ...notices,
  ...platform,
  ...retention,
  ...access,
];

/** @throws Error where there is no such bug */
export function findMutant(name: string): Mutant {
  const found = mutants.find((mutant) => mutant.name === name);
  if (found === undefined)
    throw new Error(`There is no mutant "${name}". There are: ${mutants.map((one) => one.name).join(', ')}.`);
  return found;
}
