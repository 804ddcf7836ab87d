import type { KnownOutcome } from './known-outcome.ts';
import type { Planted } from './planted.ts';

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Which bug was in a whole stack, and which promise the oracle found broken: a table of Markdown. */
export function toPlantedTable(planted: readonly Planted[], known: readonly KnownOutcome[]): string {
  const rows = planted.map(({ mutant, fault }) => {
    const outcome = known.find(({ bug }) => bug === mutant.name);
    return [`\`${mutant.name}\``, mutant.bug, fault, toText(outcome)].map(escape).join(' | ');
  });
  return [
    '| bug | what it does | fault that led | named by the oracle as |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function toText(outcome: KnownOutcome | undefined): string {
  if (outcome === undefined) return 'not looked at yet';
  if (outcome.naming === null) return '**not named**';
  const { promise, seed, what } = outcome.naming;
  return `${promise} (schedule ${seed}): ${what.slice(0, 100)}`;
}
