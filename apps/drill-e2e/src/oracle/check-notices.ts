import type { Check, Violation } from './violation.ts';

/** Nobody is told twice of one thing, and no mail comes twice. */
export const checkNotices: Check = (_, { notices, mails }) => [
  ...findRepeated(notices.map(({ event, recipient }) => `${event} to ${recipient}`)).map((what): Violation => ({
    promise: 'told',
    what,
  })),
  ...findRepeated(mails.map(({ id }) => id)).map((what): Violation => ({ promise: 'mail', what })),
];

function findRepeated(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([text, count]) => `${text}: ${count} times`);
}
