import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '../deploy/repository.ts';

const text = await readFile(join(workspaceRoot, 'docs/security.md'), 'utf8');
const files = [...text.matchAll(/`((?:apps|libs|docs)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path);

describe('the list of security requirements', () => {
  it('names files that are there', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => !existsSync(join(workspaceRoot, path)))).toEqual([]);
  });
});
