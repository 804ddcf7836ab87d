import type { RatingAnswer, RatingQuestions } from '@motcua/contracts';

export type RatingDecision =
  | { readonly kind: 'rated'; readonly answers: readonly RatingAnswer[]; readonly satisfied: boolean }
  | { readonly kind: 'refused'; readonly detail: string };

/** What answers mean under a set of questions: each answered once, on its scale; satisfied by the mean of all. */
export function decideRating(set: RatingQuestions, answers: readonly RatingAnswer[]): RatingDecision {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  const inOrder = set.questions.flatMap(({ code }) => byQuestion.get(code) ?? []);
  if (inOrder.length !== set.questions.length || answers.length !== set.questions.length) {
    const codes = set.questions.map(({ code }) => code).join(', ');
    return { kind: 'refused', detail: `Answer each question of "${set.code}" once: ${codes}.` };
  }
  const values = new Set(set.scale.map(({ value }) => value));
  const off = inOrder.find(({ value }) => !values.has(value));
  if (off !== undefined) {
    const scale = [...values].sort((one, other) => one - other).join(', ');
    return { kind: 'refused', detail: `"${off.question}" is answered with ${off.value}; the scale has ${scale}.` };
  }
  const sum = inOrder.reduce((total, { value }) => total + value, 0);
  // Compared as sums: a mean would be rounded.
  return { kind: 'rated', answers: inOrder, satisfied: sum >= set.satisfiedFrom * inOrder.length };
}
