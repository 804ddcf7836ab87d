import type { RatingsVerification, StoredFilesVerification } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toCliError } from '@motcua/client';
import { type Ask, compareRatings, compareStoredFiles } from './compare-parts.ts';
import { combine, exitCodes, type Part } from './outcome.ts';
import { toRatingLines, toStoredFileLines } from './verify-lines.ts';

const hash = (digit: string): string => digit.repeat(64);
const kept: StoredFilesVerification = { files: 2, missing: [], damaged: [], orphaned: [] };
const rated: RatingsVerification = { ratings: 3, compared: 8, different: [] };
const answers =
  (answer: unknown): Ask =>
  () =>
    Promise.resolve(answer);
const refuses =
  (status: number, problem: object): Ask =>
  () =>
    Promise.reject(toCliError({ status, statusText: '' }, JSON.stringify(problem)));
const textOf = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n')).replace(/ {2,}/g, ' | ');

describe('the verdict', () => {
  const of = (...outcomes: Part<unknown>['outcome'][]) => {
    const { outcome } = combine(outcomes.map((one) => ({ outcome: one, reason: `${one}!` })));
    return exitCodes[outcome];
  };

  it('is 0 where all is equal, 1 where anything differs, 2 where something stays open', () => {
    expect(of('equal', 'equal')).toBe(0);
    expect([of('equal', 'different'), of('not-comparable', 'equal', 'different')]).toEqual([1, 1]);
    expect([of('equal', 'not-comparable'), of('not-comparable', 'equal')]).toEqual([2, 2]);
  });

  it('says why something stays open', () => {
    expect(
      combine([
        { outcome: 'equal', reason: null },
        { outcome: 'not-comparable', reason: 'away' },
      ]),
    ).toEqual({
      outcome: 'not-comparable',
      reason: 'away',
    });
  });
});

describe('stored files', () => {
  it('are equal where each is there and none is left over, and asked of the service that keeps them', async () => {
    const asked: unknown[] = [];
    const part = await compareStoredFiles((request) => {
      asked.push(request);
      return Promise.resolve(kept);
    });
    expect(part).toEqual({ outcome: 'equal', reason: null, report: kept });
    expect(asked).toEqual([{ service: 'digitization-tracker', path: '/v1/stored-files/verification' }]);
    expect(textOf(toStoredFileLines(part))).toBe('✓ equal · stored files: 2 contents');
  });

  it.each(['missing', 'damaged', 'orphaned'] as const)('of which one is %s are different, and it is named', async (kind) => {
    const part = await compareStoredFiles(answers({ ...kept, [kind]: [hash('a')] }));
    expect(part.outcome).toBe('different');
    expect(textOf(toStoredFileLines(part))).toContain(`${kind} ${hash('a')}`);
  });

  it('are not listed without an end', async () => {
    const missing = Array.from({ length: 25 }, (_, index) => String(index).padStart(64, '0'));
    const text = textOf(toStoredFileLines(await compareStoredFiles(answers({ ...kept, missing }))));
    expect(text).toContain('✗ 25 differences');
    expect(text).toContain('… 5 more');
  });

  it('of a service that is away stay open', async () => {
    const part = await compareStoredFiles(refuses(503, { code: 'http.unavailable', title: 'The service is not available' }));
    expect(part).toMatchObject({ outcome: 'not-comparable', reason: 'The service is not available' });
    expect(textOf(toStoredFileLines(part))).toBe('! not comparable now · stored files: The service is not available');
  });
});

describe('ratings', () => {
  it('are equal, or different with each figure that is', async () => {
    expect(textOf(toRatingLines(await compareRatings(answers(rated))))).toBe('✓ equal · ratings: 3 ratings, 8 figures');
    const one = { unit: 'xa-thanh-ba', day: '2026-11-25', figure: 'satisfied', expected: 2, found: 1 };
    const part = await compareRatings(answers({ ...rated, different: [one] }));
    expect(part.outcome).toBe('different');
    expect(textOf(toRatingLines(part))).toContain('xa-thanh-ba | 2026-11-25 | satisfied | 1 | 2');
  });

  it('that a service of another version does not verify stay open: nobody calls them equal', async () => {
    const part = await compareRatings(refuses(404, { code: 'http.not-found', title: 'Not found' }));
    expect(part).toEqual({ outcome: 'not-comparable', reason: 'Not found', report: undefined });
    expect(textOf(toRatingLines(part))).toBe('! not comparable now · ratings: Not found');
  });
});
