import { describe, expect, it } from '@jest/globals';
import { CliError } from '@motcua/terminal';
import { toCliError } from './gateway-client.ts';
import { isAway, retryWhileAway } from './retry-while-away.ts';

const problem = (status: number) => toCliError({ status, statusText: '' }, JSON.stringify({ status, code: 'x', title: 'X' }));

describe('retryWhileAway', () => {
  it('tells who is away from what is wrong', () => {
    const failures = [
      new CliError({ code: 'gateway.unreachable', message: '' }),
      toCliError({ status: 502, statusText: '' }, '<html>'),
      problem(503),
      problem(429),
      problem(422),
      new Error('a bug'),
    ];
    expect(failures.map(isAway)).toEqual([true, true, true, true, false, false]);
  });

  it('repeats until the service is back, and gives up at once on a refusal', async () => {
    let calls = 0;
    const answer = await retryWhileAway(() => (++calls === 1 ? Promise.reject(problem(503)) : Promise.resolve('back')));
    expect([answer, calls]).toEqual(['back', 2]);

    await expect(retryWhileAway(() => (++calls, Promise.reject(problem(422))))).rejects.toMatchObject({ code: 'x' });
    expect(calls).toBe(3);
  });
});
