import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mutate } from './mutants/mutant.ts';
import { mutants } from './mutants/mutants.ts';
import { runMutant } from './mutants/run-mutant.ts';

const root = resolve(import.meta.dirname, '../../..');
const named = mutants.map((mutant) => ({ name: mutant.name, mutant }));

describe('the deliberate bugs', () => {
  it('are thirty or more, each with a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(30);
  });

  it.each(named)('know where $name goes', ({ mutant }) => {
    expect(mutate(mutant, readFileSync(resolve(root, mutant.file), 'utf8'))).not.toContain(mutant.from);
  });
});

// What needs a database or a broker is looked at by `npm run test:mutants`.
describe('a check that needs nothing', () => {
  it.each(named.filter(({ mutant }) => mutant.check.kind === 'unit'))(
    'sees $name',
    async ({ mutant }) => {
      expect(await runMutant(mutant)).toMatchObject({ outcome: 'caught' });
    },
    300_000,
  );
});
