import { CliError, splitLines } from '@motcua/terminal';
import { ContentDamaged, createSeal, createUnseal } from '@motcua/postgres/sealing';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Packs text and seals it into a new file. Nothing of it is ever on the disk in clear. */
export const writeSealed = (path: string, text: Iterable<string> | AsyncIterable<string>, key: Buffer): Promise<void> =>
  pipeline(Readable.from(text), createGzip(), createSeal(key), createWriteStream(path, { flags: 'wx', mode: 0o600 }));

/** The lines of such a file. @throws CliError `backup.damaged`, also when another key sealed it, before a line that was not sealed so */
export async function* readSealed(path: string, key: Buffer): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  // What fails on the way fails where the text is read.
  pipeline(createReadStream(path), createUnseal(key), text).catch(() => undefined);
  try {
    for await (const lines of splitLines(text as AsyncIterable<string>)) yield* lines;
  } catch (error) {
    if (!(error instanceof ContentDamaged)) throw error;
    const message = `${path} cannot be opened: ${error.message}.`;
    throw new CliError({ code: 'backup.damaged', message, hint: 'Name the key that the backup was made with.', cause: error });
  }
}
