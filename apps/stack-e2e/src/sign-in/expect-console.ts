import { expect } from '@jest/globals';

/** The console is there: its page, and what that loads. */
export async function expectConsole(url: string): Promise<void> {
  const page = await fetch(`${url}/dossiers`, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const html = await page.text();
  const loaded = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(loaded.some((path) => path.endsWith('.js')) && loaded.some((path) => path.endsWith('.css'))).toBe(true);
  for (const path of loaded) {
    const asset = await fetch(`${url}${path}`);
    expect([path, asset.status, asset.headers.get('cache-control')]).toEqual([path, 200, expect.stringContaining('immutable')]);
    await asset.body?.cancel();
  }
}
