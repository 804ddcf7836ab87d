import { waitFor } from '@motcua/testing';
import type { Page } from 'playwright-core';

/** Until an expression holds in the page. It is asked from outside: the policy of the console lets no page evaluate text. */
export async function until(page: Page, expression: string): Promise<void> {
  await waitFor(async () => (await page.evaluate<boolean>(expression)) || undefined, {
    describe: expression,
    timeoutMs: 20_000,
    intervalMs: 20,
  });
}
