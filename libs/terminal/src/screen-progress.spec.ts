import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { createProgress } from './progress.ts';
import { createScreenProgress } from './screen-progress.ts';

function createScreen() {
  const above: string[] = [];
  const plain: string[] = [];
  const fallback = createProgress({ stream: { write: (text) => plain.push(stripVTControlCharacters(text)) } });
  const notice = (line: string): void => void above.push(stripVTControlCharacters(line));
  return { above, plain, progress: createScreenProgress({ notice }, fallback) };
}

describe('the progress beside a screen', () => {
  it('is the running step and how far it is, and a line above the screen when it has ended', async () => {
    const { above, progress } = createScreen();
    const seen: (string | undefined)[] = [progress.current()];
    await progress.step('the scenario', (say) => {
      seen.push(progress.current());
      say('2 of 3 dossiers');
      seen.push(progress.current());
      return Promise.resolve();
    });

    expect([...seen, progress.current()]).toEqual([undefined, 'the scenario', 'the scenario · 2 of 3 dossiers', undefined]);
    expect(above.join('\n')).toMatch(/^✓ the scenario 0\.\d s$/);
  });

  it('says a failure and a warning above the screen, and passes the failure on', async () => {
    const { above, progress } = createScreen();
    await expect(progress.step('the scenario', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    progress.warn('kafka runs again');

    expect(above).toEqual(['✗ the scenario', '! kafka runs again']);
    expect(progress.current()).toBeUndefined();
  });

  it('loses nothing where the screen ends before the step', async () => {
    const { above, plain, progress } = createScreen();
    await progress.step('the scenario', () => {
      progress.close();
      return Promise.resolve();
    });
    await progress.step('projecting', () => Promise.resolve());

    expect(above).toEqual([]);
    expect(plain.join('')).toMatch(/· ✓ the scenario[^]*✓ projecting/);
  });
});
