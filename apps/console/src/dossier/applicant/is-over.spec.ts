import { describe, expect, it } from '@jest/globals';
import { isOver } from './is-over.ts';

const at = '2026-11-20T03:00:00.000Z';
const open = { status: 4, receivedAt: at, endedAt: null, endedBy: null, returnedAt: null } as const;

describe('a dossier is over for its applicant', () => {
  it('once its result was handed over, or it was stopped or refused', () => {
    expect(isOver(open)).toBe(false);
    expect(isOver({ ...open, status: 9, endedAt: at, endedBy: 'processed' })).toBe(false);
    expect(isOver({ ...open, status: 10, endedAt: at, endedBy: 'processed', returnedAt: at })).toBe(true);
    expect(isOver({ ...open, status: 8, endedAt: at, endedBy: 'stopped' })).toBe(true);
  });

  it('where it will not be received, and not while that is open', () => {
    const submitted = { ...open, receivedAt: null };
    expect([1, 5, 6, 7].filter((status) => isOver({ ...submitted, status }))).toEqual([]);
    expect([3, 8].filter((status) => isOver({ ...submitted, status }))).toEqual([3, 8]);
  });
});
