import type { RatingAnswer, RatingToken } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import type { Office } from './office.ts';
import { untilAnswered } from './until-answered.ts';

const questions = ['time', 'visits', 'guidance', 'attitude', 'feedback'];

/** Satisfied by the mean of all answers, or not at all. */
export const toAnswers = (satisfied: boolean): RatingAnswer[] =>
  questions.map((question) => ({ question, value: satisfied ? 5 : 2 }));

/** The counter hands a token over, and the citizen rates the dossier by it, without signing in; `twice`: he tries once more. */
export async function giveRating(
  counter: Office,
  dossierId: string,
  { satisfied, twice }: { readonly satisfied: boolean; readonly twice: boolean },
): Promise<void> {
  const { token } = await counter.command<RatingToken>(`/v1/dossiers/${dossierId}/rating-token`, {}, randomUUID());
  const body = JSON.stringify({ token, answers: toAnswers(satisfied) });
  const headers = { 'content-type': 'application/json' };
  const rate = () =>
    untilAnswered('a rating', (signal) => fetch(`${counter.url}/v1/ratings`, { method: 'POST', headers, body, signal }));
  const first = await rate();
  // What got no answer may have been taken: then its repetition is told so.
  const isTaken = first.status === 201 || (first.status === 409 && first.attempts > 1);
  if (!isTaken) throw new Error(`A rating was answered ${first.status}: ${JSON.stringify(first.body)}`);
  if (!twice) return;
  const second = await rate();
  if (second.status !== 409) throw new Error(`A second rating of one dossier was answered ${second.status}.`);
}
