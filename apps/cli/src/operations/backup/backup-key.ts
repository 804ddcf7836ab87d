import { CliError } from '@motcua/terminal';
import { KEY_BYTES } from '@motcua/postgres/sealing';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** A new key, in a new file that its owner alone may read. */
export async function createBackupKey(file: string): Promise<void> {
  try {
    await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    const message = `${file} is there already: a key that is replaced opens no backup any more.`;
    throw new CliError({ code: 'backup.key-exists', message, hint: 'Name another file.', cause });
  }
}

export async function readBackupKey(file: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(file, 'utf8').catch(() => '')).trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  const message = `${file} holds no key of a backup.`;
  throw new CliError({ code: 'backup.key-unreadable', message, hint: `motcua backup key ${file}`, exitCode: 2 });
}
