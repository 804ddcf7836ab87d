import { describe, expect, it } from '@jest/globals';
import { createNoticeOutput } from './notice-output.ts';

function createOutput() {
  const written: string[] = [];
  return { written, output: createNoticeOutput({ write: (text) => written.push(text) }) };
}

describe('createNoticeOutput', () => {
  it('passes frames through while nobody says anything', () => {
    const { written, output } = createOutput();
    output.write('\u001b[3A\r\u001b[Jboard\n');
    expect(written).toEqual(['\u001b[3A\r\u001b[Jboard\n']);
  });

  it('puts a line between the clearing and the next frame, once', () => {
    const { written, output } = createOutput();
    output.notice('kafka runs again');
    output.write('\u001b[3A\r\u001b[Jboard\n');
    output.write('\u001b[3A\r\u001b[Jboard\n');
    expect(written).toEqual(['\u001b[3A\r\u001b[Jkafka runs again\nboard\n', '\u001b[3A\r\u001b[Jboard\n']);
  });

  it('puts a line before a first frame that clears nothing', () => {
    const { written, output } = createOutput();
    output.notice('kafka runs again');
    output.write('board\n');
    expect(written).toEqual(['kafka runs again\nboard\n']);
  });

  it('writes what waits when no frame comes any more', () => {
    const { written, output } = createOutput();
    output.notice('kafka runs again');
    output.flush();
    output.flush();
    expect(written).toEqual(['kafka runs again\n']);
  });

  it('is as wide as the terminal is by then, where that is known', () => {
    const terminal = { columns: 120, write: () => undefined };
    const output = createNoticeOutput(terminal);
    terminal.columns = 80;
    expect(output.columns).toBe(80);
    terminal.columns = 0;
    expect(output.columns).toBeUndefined();
  });
});
