import { ProblemError } from '@motcua/http';

const base = 'http://motcua.invalid';

/**
 * Where a browser goes after it has signed in: a path of ours, and nothing that could lead anywhere else.
 *
 * @throws ProblemError 400 `auth.return-path`
 */
export function toReturnPath(asked: unknown): string {
  if (asked === undefined) return '/';
  if (typeof asked === 'string' && isOwnPath(asked)) return asked;
  throw new ProblemError({
    status: 400,
    code: 'auth.return-path',
    titles: { vi: 'Địa chỉ quay lại không hợp lệ', en: 'The address to return to is not valid' },
    detail: 'Give a path of this site that begins with one slash, or none: "to=/board".',
  });
}

/** Browsers read `\` as `/`, and drop tabs and line ends: what is left must still be a path. */
function isOwnPath(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (!/^\/(?![/\\])[^\\\x00-\x1f\x7f]*$/.test(text) || text.length > 2_000) return false;
  return URL.canParse(text, base) && new URL(text, base).origin === base;
}
