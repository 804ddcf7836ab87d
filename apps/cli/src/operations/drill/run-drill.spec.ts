import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runDrill } from './run-drill.ts';

const root = resolve(import.meta.dirname, '../../../../..');

describe('motcua drill', () => {
  it('says that it needs a checkout where there are no tests', () => {
    expect(() => runDrill(tmpdir(), [])).toThrow('they are not installed here');
  });

  it('names files that are there', () => {
    const source = readFileSync(resolve(import.meta.dirname, 'run-drill.ts'), 'utf8');
    const named = [...source.matchAll(/'((?:apps|libs)\/[^']+)'/g)].map(([, file = '']) => file);
    expect(named).toHaveLength(2);
    expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  });
});
