import type { z } from 'zod';
import { ProblemError } from '../problem/problem-error.ts';
import { findUnstorable } from '../request/storable.ts';

/** Where a page ends, as an opaque word for the next request's `cursor=`. Holds the last row's sort keys, never an offset. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * What `encodeCursor` was given, checked by `schema`. Anybody can write a cursor: what the schema lets pass goes to the database, which
 * must be able to read it. Make it strict, and of the parts in `cursor-parts.ts`.
 *
 * @throws ProblemError 400 `cursor.invalid` on anything else
 */
export function parseCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  const position = decode(cursor);
  const parsed = schema.safeParse(position);
  if (parsed.success && findUnstorable(position) === undefined) return parsed.data;
  throw new ProblemError({
    status: 400,
    code: 'cursor.invalid',
    titles: { vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is not valid' },
    detail: {
      vi: 'Hãy dùng nguyên con trỏ của trang trước, hoặc bỏ trống để xem từ trang đầu.',
      en: 'Take the cursor from the previous page as it is, or leave it out to begin at the first page.',
    },
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
