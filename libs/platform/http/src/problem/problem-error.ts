import type { Language } from './language.ts';
import type { FieldError, Titles } from './problem.ts';

/** What is wrong with a field, in both languages. */
export interface ToldFieldError extends Pick<FieldError, 'pointer'> {
  readonly messages: Titles;
}

export interface ProblemOptions {
  /** HTTP status, 400–599. */
  readonly status: number;
  /** Stable and dotted, e.g. `dossier.not-received`; clients decide by it. */
  readonly code: string;
  readonly titles: Titles;
  /** A sentence about this occurrence that says what to do, in both languages where it is for people. Never personal data. */
  readonly detail?: string | Titles;
  readonly errors?: readonly ToldFieldError[];
  /** Further members of the answer, e.g. `{ current: state }` beside a 412. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An answer that is a refusal. The one filter turns it into `application/problem+json`; it is expected, so it is not logged. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly titles: Titles;
  readonly detail: string | Titles | undefined;
  readonly errors: readonly ToldFieldError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: ProblemOptions) {
    super(inLanguage(options.detail ?? options.titles, 'en'), { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.titles = options.titles;
    this.detail = options.detail;
    this.errors = options.errors;
    this.extensions = options.extensions ?? {};
    this.headers = options.headers ?? {};
  }
}

/** A text that may be there in one language alone. */
export const inLanguage = (text: string | Titles, language: Language): string =>
  typeof text === 'string' ? text : text[language];
