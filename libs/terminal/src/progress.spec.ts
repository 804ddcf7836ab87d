import { describe, expect, it } from '@jest/globals';
import { createProgress } from './progress.ts';

function createStream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('createProgress', () => {
  it('writes plain lines with the time where nobody can see a spinner', async () => {
    const stream = createStream(false);
    const result = await createProgress({ stream }).step('migrations', () => Promise.resolve(7));
    expect(result).toBe(7);
    expect(stream.written.join('')).toMatch(/^\d\d:\d\d:\d\dZ … migrations\n\d\d:\d\d:\d\dZ ✓ migrations \(0\.\d s\)\n$/);
  });

  it('shows a failure and passes it on', async () => {
    const stream = createStream(false);
    const failing = createProgress({ stream }).step('migrations', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(stream.written.at(-1)).toMatch(/✗ migrations\n$/);
  });

  it('writes one JSON object a line when asked to', async () => {
    const stream = createStream(true);
    await createProgress({ stream, json: true }).step('migrations', () => Promise.resolve());
    const events = stream.written.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(['start', 'done']);
  });

  it('replaces the spinner by a tick on a terminal', async () => {
    const stream = createStream(true);
    await createProgress({ stream }).step('migrations', () => Promise.resolve());
    expect(stream.written.at(-1)).toContain('✓');
    expect(stream.written.at(-1)).toMatch(/\n$/);
  });
});
