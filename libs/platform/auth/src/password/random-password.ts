import { randomInt } from 'node:crypto';

/** Without those that are taken for one another on paper: 0 O, 1 l I. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Eighty bits that can be read aloud and typed: `k7mq-x3ad-9pht-2vwe`. */
export const createRandomPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
