import type { Page } from 'playwright-core';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
}

/** Runs in the page: its cookie goes along, and the token that only pages of the console can read. */
const ask = `async ({ path, method, body }) => {
  const { csrfToken } = await (await fetch('/auth/session')).json();
  const headers = { accept: 'application/json', 'x-csrf-token': csrfToken };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}`;

/** Asks the API as whoever is signed in on that page. @throws Error what was answered instead of a 2xx */
export async function askAs<Answer>(page: Page, path: string, { method = 'GET', body }: Asked = {}): Promise<Answer> {
  const argument = JSON.stringify({ path, method, body });
  const { status, text } = await page.evaluate<{ status: number; text: string }>(`(${ask})(${argument})`);
  if (status < 200 || status > 299) throw new Error(`${method} ${path} was answered ${status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
