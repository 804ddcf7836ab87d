import type { Planted } from './planted.ts';

/** What the oracle said of a bug first. */
export interface Naming {
  readonly promise: string;
  readonly seed: number;
  /** In the oracle's words. */
  readonly what: string;
}

/** A bug that was planted; without a naming the oracle was blind to it. */
export interface Outcome extends Planted {
  readonly naming: Naming | undefined;
}

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Which bug was in a whole stack, and which promise the oracle found broken: a table of Markdown. */
export function toPlantedTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ mutant, fault, naming }) =>
    [`\`${mutant.name}\``, mutant.bug, fault, naming === undefined ? '**not named**' : toText(naming)].map(escape).join(' | '),
  );
  return [
    '| bug | what it does | fault that led | named by the oracle as |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

const toText = ({ promise, seed, what }: Naming): string => `${promise} (seed ${seed}): ${what.slice(0, 100)}`;
