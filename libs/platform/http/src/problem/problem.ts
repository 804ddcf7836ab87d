/** A title in both languages of the product. */
export interface Titles {
  readonly vi: string;
  readonly en: string;
}

export interface FieldError {
  /** JSON pointer into the body, or `/name` of a query parameter. */
  readonly pointer: string;
  /** In the language asked for. */
  readonly message: string;
}

/** RFC 9457 problem details, as sent. Members beyond these are extensions of the problem's own (`current`, `lines`, …). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly titles: Titles;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

export const problemContentType = 'application/problem+json; charset=utf-8';
const typeBase = 'https://motcua.vn/problems/';

/** The URI that names a kind of problem: its stable code. */
export function toProblemType(code: string): string {
  return `${typeBase}${code}`;
}
