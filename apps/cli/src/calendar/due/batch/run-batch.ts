import { splitLines } from '@motcua/terminal';
import type { WorkingCalendar } from '@motcua/calendar';
import { once } from 'node:events';
import { stdin, stdout } from 'node:process';
import type { DueOptions } from '../reading/due-command-options.ts';
import { answerLine } from './answer-line.ts';

/**
 * Answers stdin line by line on stdout. One write a chunk, and no reading on while the reader of our answers is behind: memory stays
 * flat however long the input is.
 */
export async function runBatch(calendar: WorkingCalendar, { pauseRule, ledger }: DueOptions): Promise<void> {
  stopWhenNobodyReads();
  const settings = { pauseRule, withLedger: ledger === true };
  stdin.setEncoding('utf8');
  for await (const lines of splitLines(stdin as AsyncIterable<string>)) {
    const answers = lines.map((line) => `${answerLine(calendar, line, settings)}\n`);
    if (!stdout.write(answers.join(''))) await once(stdout, 'drain');
  }
}

/** `motcua due --batch | head` closes our output early: that is an end, not a failure. */
function stopWhenNobodyReads(): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}
