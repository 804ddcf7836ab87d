import type { Mutant } from './mutant.ts';

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Which bug breaks what, and which specs see it: a table of Markdown, in the order of the rooms. */
export function toTable(mutants: readonly Mutant[]): string {
  const rows = mutants.map(({ name, bug, invariant, check: { project, kind, spec } }) =>
    [`\`${name}\``, bug, invariant, `${kind}: \`${project}\` ${spec}`].map(escape).join(' | '),
  );
  return [
    '| mutant | the bug | what holds no longer | seen by |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
