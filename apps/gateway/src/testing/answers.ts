import type { Browser } from './browser.ts';

/** Status and code of a refusal. */
export const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

export const isSignedIn = async (browser: Browser): Promise<unknown> => (await browser.readSession())['signedIn'];
