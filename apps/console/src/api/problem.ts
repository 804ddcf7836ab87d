import type { Locale } from '../format/locale.ts';

/** What the API says when it does not do what it was asked for (RFC 9457). */
interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly titles?: Readonly<Record<Locale, string>>;
  readonly detail?: string;
  /** The detail in both languages; absent where it is for programs alone. */
  readonly details?: Readonly<Record<Locale, string>>;
  readonly requestId?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
}

/** A refusal or failure of the API. Decide by `code`, show `toSentence` and `toAdvice`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? `http.${status}`;
    this.body = body;
  }

  /** The title in the reader's language; undefined where the answer had none, such as that of a proxy. */
  toSentence(locale: Locale): string | undefined {
    return this.body.titles?.[locale] ?? this.body.title;
  }

  /** What it is about this time and what to do, in the reader’s language; undefined where it is not said in both. */
  toAdvice(locale: Locale): string | undefined {
    return this.body.details?.[locale];
  }
}

/** The network did not carry the request: nothing is known of what became of it. */
export class Unreachable extends Error {}

/** @param response an answer that is not 2xx */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new ApiProblem(response.status, body);
}
