import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mutate } from './mutants/mutant.ts';
import { planted } from './mutants/planted/planted.ts';
import { toPlantedTable } from './mutants/planted/to-planted-table.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const named = planted.map((one) => ({ name: one.mutant.name, ...one }));

describe('the bugs that are built into a whole stack', () => {
  it('are four or more, each with a name of its own', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    expect(named.length).toBeGreaterThanOrEqual(4);
  });

  it.each(named)('know where $name goes', ({ mutant }) => {
    expect(mutate(mutant, read(mutant.file))).not.toBe(read(mutant.file));
  });

  it.each(named)(
    'are led by a class of faults that there is, and are named by a promise that there is: $name',
    ({ fault, promises }) => {
      const faults = ['server', 'service', 'standby', 'log', 'network'].map((kind) =>
        read(`apps/drill-e2e/src/faults/${kind}-faults.ts`),
      );
      const others = ['log-tail-lost', 'database-restored'].map((file) => read(`apps/drill-e2e/src/faults/${file}.ts`));
      expect([...faults, ...others].join('')).toContain(`name: '${fault}'`);
      const oracle = read('apps/drill-e2e/src/oracle/violation.ts');
      for (const promise of promises) expect(oracle).toContain(`  ${promise}: '`);
    },
  );

  it('are a table that says which schedule named which', () => {
    const [first] = planted;
    if (first === undefined) throw new Error('None is planted.');
    const bug = first.mutant.name;
    const toRow = (known: Parameters<typeof toPlantedTable>[1]) => toPlantedTable([first], known).split('\n').at(-1);
    const start = `| \`${bug}\` | ${first.mutant.bug} | ${first.fault} |`;
    expect(toRow([])).toBe(`${start} not looked at yet |`);
    expect(toRow([{ bug, at: '', naming: null }])).toBe(`${start} **not named** |`);
    const naming = { promise: 'figure', seed: 7, what: 'xa-thanh-ba · open: shown 4,\ncounted 3' };
    expect(toRow([{ bug, at: '', naming }])).toBe(`${start} figure (schedule 7): xa-thanh-ba · open: shown 4, counted 3 |`);
  });
});
