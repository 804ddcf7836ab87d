import { z } from 'zod';
import type { Titles } from '../problem/problem.ts';

/** What is wrong with a field: an issue of zod, or of ours with both languages. */
export interface Issue {
  /** In English. */
  readonly message: string;
  /** The same in Vietnamese; absent: zod's own text for its kind of issue. */
  readonly vi?: string;
  readonly code?: string | undefined;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const { localeError } = z.locales.vi();

/** The message in both languages: who asked in which is known when the answer is written. */
export const toMessages = (issue: Issue): Titles => ({ vi: toVietnamese(issue), en: issue.message });

function toVietnamese(issue: Issue): string {
  const { message, vi, code } = issue;
  if (vi !== undefined) return vi;
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'Thiếu trường này';
  // A rule of our own says in words what no text for its kind could.
  if (code === undefined || code === 'custom') return message;
  const said = localeError(issue as Parameters<typeof localeError>[0]); // It reads what belongs to the code, which zod has put there.
  const text = typeof said === 'string' ? said : (said?.message ?? message);
  // What was sent is not in the issue any more: what the text says of it would be wrong.
  return text.replace(/, nhận được .*$/u, '');
}
