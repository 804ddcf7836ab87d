import type { z } from 'zod';
import { ProblemError } from '../problem/problem-error.ts';

/** Where a page ends, as an opaque word for the next request's `cursor=`. Holds the last row's sort keys, never an offset. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** What `encodeCursor` was given, checked by `schema`. @throws ProblemError 400 `cursor.invalid` on anything else */
export function parseCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(decode(cursor));
  if (parsed.success) return parsed.data;
  throw new ProblemError({
    status: 400,
    code: 'cursor.invalid',
    titles: { vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is not valid' },
    detail: 'Take the cursor from the previous page as it is, or leave it out to begin at the first page.',
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
