import type { Planted } from './planted.ts';

/** A bug that the oracle has named. */
export interface Named extends Planted {
  readonly promise: string;
  readonly seed: number;
  /** In the oracle's words. */
  readonly what: string;
}

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Which bug was in a whole stack, and which promise the oracle found broken: a table of Markdown. */
export function toPlantedTable(named: readonly Named[]): string {
  const rows = named.map(({ mutant, fault, promise, seed, what }) =>
    [`\`${mutant.name}\``, mutant.bug, `${fault} (seed ${seed})`, `${promise}: ${what.slice(0, 120)}`].map(escape).join(' | '),
  );
  return [
    '| bug | what it does | fault that led | named by the oracle as |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
