import { describe, expect, it } from '@jest/globals';
import { toReadiness } from './to-readiness.ts';

describe('whether a result can be handed over', () => {
  it.each([
    ['ready', { status: 9, actions: ['return', 'correct'] }],
    ['unrecorded', { status: 4, actions: ['process', 'return'] }],
    ['unrecorded', { status: 2, actions: ['return'] }],
    ['no', { status: 9, actions: [] }],
    ['no', { status: 5, actions: ['receive-supplement'] }],
    ['returned', { status: 10, actions: ['correct'] }],
  ] as const)('is %s', (readiness, { status, actions }) => {
    expect(toReadiness({ status, actions: [...actions] })).toBe(readiness);
  });
});
