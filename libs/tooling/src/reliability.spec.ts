import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { replaceSection } from './reliability/replace-section.ts';

const document = readFileSync(resolve(import.meta.dirname, '../../../docs/reliability.md'), 'utf8');

describe('a part of docs/reliability.md', () => {
  it('is written anew between its marks, and nothing else is', () => {
    const whole = 'a\n<!-- one: written by `x` -->\nold\n<!-- /one -->\nb\n<!-- two: written by `y` -->\nkept\n<!-- /two -->\n';
    expect(replaceSection(whole, 'one', 'new')).toBe(
      'a\n<!-- one: written by `x` -->\n\nnew\n\n<!-- /one -->\nb\n<!-- two: written by `y` -->\nkept\n<!-- /two -->\n',
    );
  });

  it('has a place for whoever writes one', () => {
    for (const name of ['campaign', 'planted', 'mutants'])
      expect(replaceSection(document, name, 'x')).toContain(`<!-- /${name} -->`);
    expect(() => replaceSection(document, 'another', 'x')).toThrow('There is no place for another.');
  });
});
