import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { waitFor } from './wait-for.ts';

describe('waitFor', () => {
  it('returns the first answer that is something', async () => {
    const answers = [undefined, null, false, 0];
    expect(await waitFor(() => answers.shift(), { describe: 'a number', intervalMs: 1 })).toBe(0);
  });

  it('says what was awaited and what was seen last', async () => {
    const never = waitFor(() => false, { describe: 'the impossible', timeoutMs: 5, intervalMs: 1 });
    await expect(never).rejects.toThrow('Waited 5 ms for the impossible; last seen: false');
  });

  it('takes an error for "not yet" and shows it at the end', async () => {
    const broken = waitFor(() => Promise.reject(new Error('no route')), { describe: 'a road', timeoutMs: 5, intervalMs: 1 });
    await expect(broken).rejects.toThrow('last seen: Error: no route');
  });

  it('looks less often where a look takes long', async () => {
    let looks = 0;
    const look = async (): Promise<boolean> => {
      looks += 1;
      // eslint-disable-next-line no-restricted-syntax -- what a look takes; longer looks are fewer
      await delay(40);
      return false;
    };
    await expect(waitFor(look, { describe: 'nothing', timeoutMs: 400, intervalMs: 1 })).rejects.toThrow('nothing');
    expect(looks).toBeLessThan(6);
  });
});
