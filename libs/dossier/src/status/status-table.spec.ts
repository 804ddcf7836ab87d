import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toStatusTableMarkdown } from './to-status-table-markdown.ts';

const page = join(import.meta.dirname, '../../../../docs/status-table.md');

describe('the status table', () => {
  // To print it anew: npm run build, then node libs/dossier/scripts/print-status-table.js > docs/status-table.md
  it('is printed in the docs as it is in the code', () => {
    expect(withoutPadding(readFileSync(page, 'utf8'))).toBe(withoutPadding(toStatusTableMarkdown()));
  });
});

/** Prettier aligns the columns; what they say is what counts. */
function withoutPadding(page: string): string {
  return page.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}|:-+:/g, '---');
}
