import { RatingQuestions } from '@motcua/contracts';
import { readFileSync } from 'node:fs';

/** Read once, at the start: a set that is no set must not come up. @throws where the file is not there or is no set of questions */
export function readRatingQuestions(path: string): RatingQuestions {
  const parsed = RatingQuestions.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`RATING_QUESTIONS names "${path}", which is no set of questions: ${wrong}.`);
}
