import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createBeside } from './run-beside.ts';

const untilAborted = (signal: AbortSignal): Promise<unknown> => once(signal, 'abort');

describe('what runs beside the services', () => {
  it('says what fails, and lets the rest run', async () => {
    const lines: string[] = [];
    const beside = createBeside(new AbortController().signal, (text) => lines.push(text));
    let isRunning = true;
    beside.run('the live board', () => Promise.reject(new Error('no screen')));
    beside.run('the counters of today', async (signal) => {
      await untilAborted(signal);
      isRunning = false;
    });
    await new Promise(setImmediate);

    expect([lines, isRunning]).toEqual([['the live board stopped: no screen'], true]);
    await beside.end();
    expect(isRunning).toBe(false);
  });

  it('ends with Ctrl-C, and what breaks by it is no failure', async () => {
    const lines: string[] = [];
    const stop = new AbortController();
    const beside = createBeside(stop.signal, (text) => lines.push(text));
    beside.run('the live board', async (signal) => {
      await untilAborted(signal);
      throw new Error('aborted');
    });
    stop.abort();
    await beside.end();

    expect(lines).toEqual([]);
  });
});
