import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CliError } from '@motcua/terminal';
import type { RejectedRow } from './source-row.ts';

export interface RejectsFile {
  write(row: RejectedRow): void;
  close(): Promise<void>;
}

/** One JSON object a line: line number of the source file, code, message. The file is there, empty, when nothing was rejected. */
export async function openRejectsFile(path: string): Promise<RejectsFile> {
  const stream = createWriteStream(path);
  await once(stream, 'open').catch((cause: unknown) => {
    throw new CliError({
      code: 'import.rejects-unwritable',
      message: `The rejects file ${path} cannot be written.`,
      hint: 'Check --rejects.',
      cause,
    });
  });
  return {
    write({ line, code, message }) {
      stream.write(`${JSON.stringify({ line, code, message })}\n`);
    },
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}
