import type { Browser } from './browser.ts';

/** Opens a live board. @returns settles when the stream has ended; until then its reader waits */
export async function openStream(browser: Browser): Promise<() => Promise<void>> {
  const answer = await browser.ask('/v1/live?unit=xa-thanh-ba', { headers: { accept: 'text/event-stream' } });
  if (answer.status !== 200) throw new Error(`The stream was refused: ${answer.status}.`);
  const reader = answer.body?.getReader();
  const ended = (async () => {
    for (;;) if ((await reader?.read().catch(() => ({ done: true })))?.done !== false) return;
  })();
  return () => ended;
}
