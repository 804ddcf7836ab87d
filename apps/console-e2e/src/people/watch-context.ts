import type { BrowserContext } from 'playwright-core';

/** What goes wrong in a browser without anybody's doing: errors in its console (breaches of the policy among them), failed requests. */
export interface Watch {
  /** What was seen since it was asked last. */
  readonly take: () => readonly string[];
}

/** Ended by the page itself: it was left, or asked for something newer. */
const isLeft = (errorText: string | undefined): boolean => errorText === 'net::ERR_ABORTED';

export function watchContext(context: BrowserContext): Watch {
  const seen: string[] = [];
  context.on('console', (message) => {
    // A refused request is told by the response, with its address.
    const isResponse = message.text().startsWith('Failed to load resource');
    if ((message.type() === 'error' || message.type() === 'warning') && !isResponse)
      seen.push(`${message.type()} at ${message.page()?.url() ?? 'a page that is gone'}: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`thrown: ${error.error().stack ?? error.error().message}`));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (!isLeft(why)) seen.push(`${request.method()} ${request.url()}: ${why ?? 'failed'}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  return { take: () => seen.splice(0) };
}
