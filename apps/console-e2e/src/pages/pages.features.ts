import { describe, expect, it } from '@jest/globals';
import type { People } from '../people/people.ts';
import { consolePages, type ConsolePage } from './console-pages.ts';
import { findViolations } from './find-violations.ts';
import { openConsolePage } from './open-page.ts';

/** The first page of each post, which is what most people look at most. */
const mostSeen = new Set(['sign-in', 'desk', 'worklist', 'dossier', 'board', 'report', 'organisation', 'operations']);

/** @param isWhole whether of all pages, or of those that are most seen */
export function describePages(people: () => People, isWhole: boolean): void {
  describe('accessibility, in both themes', () => {
    it.each(consolePages.filter(({ name }) => isWhole || mostSeen.has(name)))('axe finds nothing at $name', async (shown) => {
      expect(await findInBothThemes(people(), shown)).toEqual([]);
    });
  });
}

async function findInBothThemes(people: People, shown: ConsolePage): Promise<readonly string[]> {
  const page = await openConsolePage(people, shown);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await findViolations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  await page.close();
  return found;
}
