import type { Page } from 'playwright-core';
import { until } from '../browser/until.ts';
import type { People } from '../people/people.ts';
import type { ConsolePage } from './console-pages.ts';

/** Something is on its way no more, and the page has its heading. */
const isSettled = `document.querySelector('h1') !== null && document.querySelector('.state-loading') === null && document.fonts.status === 'loaded'`;

/** Opens it in a new tab and waits until all of it is there. */
export async function openConsolePage(people: People, { person, path, act }: ConsolePage): Promise<Page> {
  const page = person === undefined ? await (await people.stranger()).newPage() : await people.open(person, '/look-up');
  await showConsolePage(page, people.stack.url, { path, act });
  return page;
}

/** The same, in a tab that is there. @param page signed in as the one whose page it is */
export async function showConsolePage(
  page: Page,
  url: string,
  { path, act }: { readonly path: ConsolePage['path']; readonly act?: ConsolePage['act'] | undefined },
): Promise<void> {
  await page.goto(`${url}${typeof path === 'string' ? path : await path(page)}`);
  await until(page, isSettled);
  await act?.(page);
  await until(page, isSettled);
}
