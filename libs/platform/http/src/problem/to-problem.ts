import type { Language } from './language.ts';
import { inLanguage, type ProblemError } from './problem-error.ts';
import { toProblemType, type Problem } from './problem.ts';

/** The body of the answer, its title in the caller's language and both beside it. */
export function toProblem(error: ProblemError, language: Language): Problem {
  const { status, code, titles, detail, errors, extensions } = error;
  return {
    type: toProblemType(code),
    title: titles[language],
    status,
    ...(detail === undefined ? {} : { detail: inLanguage(detail, language) }),
    ...(typeof detail === 'object' ? { details: detail } : {}),
    code,
    titles,
    ...(errors === undefined
      ? {}
      : { errors: errors.map(({ pointer, messages }) => ({ pointer, message: messages[language] })) }),
    ...extensions,
  };
}
