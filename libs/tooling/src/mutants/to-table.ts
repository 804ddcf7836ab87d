import type { Mutant } from './mutant.ts';

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Which bug breaks what, and what sees it: a table of Markdown, in the order of the rooms. */
export function toTable(results: readonly { readonly mutant: Mutant; readonly by: string }[]): string {
  const rows = results.map(({ mutant: { name, bug, invariant, check }, by }) =>
    [`\`${name}\``, bug, invariant, check.kind, by].map(escape).join(' | '),
  );
  const head = ['| mutant | the bug | what holds no longer | kind | seen by |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows.map((row) => `| ${row} |`)].join('\n');
}
