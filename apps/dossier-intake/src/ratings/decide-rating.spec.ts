import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { decideRating } from './decide-rating.ts';
import { readRatingQuestions } from './rating-questions.ts';

const set = readRatingQuestions(resolve(import.meta.dirname, '../../../../data/reference/rating-questions.json'));
const codes = set.questions.map(({ code }) => code);
const answer = (...values: number[]) => codes.map((question, index) => ({ question, value: values[index] ?? 0 }));

describe('the questions that come with the product', () => {
  it('are five, and have words in both languages', () => {
    expect(codes).toHaveLength(5);
    expect([...set.questions, ...set.scale].every(({ text }) => text.en !== undefined)).toBe(true);
  });
});

describe('decideRating', () => {
  it('is satisfied from the mean on, counted without rounding', () => {
    const satisfied = (...values: number[]) => {
      const decision = decideRating(set, answer(...values));
      return decision.kind === 'rated' && decision.satisfied;
    };
    expect(satisfied(5, 5, 5, 5, 5)).toBe(true);
    expect(satisfied(4, 4, 4, 4, 4)).toBe(true);
    expect(satisfied(5, 5, 5, 4, 1)).toBe(true);
    expect(satisfied(4, 4, 4, 4, 3)).toBe(false);
  });

  it('keeps the answers in the order of the questions', () => {
    const decision = decideRating(set, answer(1, 2, 3, 4, 5).reverse());
    expect(decision).toEqual({ kind: 'rated', answers: answer(1, 2, 3, 4, 5), satisfied: false });
  });

  it.each([
    ['a question left out', answer(5, 5, 5, 5, 5).slice(1), codes.join(', ')],
    ['one answered twice', [...answer(5, 5, 5, 5, 5), ...answer(5).slice(0, 1)], codes.join(', ')],
    ['one that was not asked', [...answer(5, 5, 5, 5, 5).slice(1), { question: 'price', value: 5 }], codes.join(', ')],
    ['a value off the scale', answer(5, 5, 5, 5, 6), '"feedback" is answered with 6; the scale has 1, 2, 3, 4, 5.'],
  ])('refuses %s and says what is asked', (_what, answers, overrides) => {
    expect(decideRating(set, answers)).toEqual({ kind: 'refused', detail: expect.stringContaining(overrides) });
  });
});
