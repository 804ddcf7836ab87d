import { expect, it } from '@jest/globals';
import { toRestUntilDue } from './rest-until-due.ts';

it.each([
  ['until the next escalation step', 340.2, 341],
  ['a moment where it is all but due', 3, 20],
  ['a second at most where the next is far', 86_400_000, 1_000],
  ['a second where no clock waits', null, 1_000],
  ['a while where what is due waits for the log', -5_000, 250],
])('rests %s', (_, nextMs, restMs) => {
  expect(toRestUntilDue(nextMs)).toBe(restMs);
});
