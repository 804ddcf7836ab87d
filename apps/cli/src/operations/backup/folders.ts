import { CliError } from '@motcua/terminal';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Every file below a folder, as a path from it; nothing where there is none. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Contents, which are sealed each with its key, and these keys, which FILE_KEYS wrap: they are copied as they lie. */
const shelves = ['contents', 'keys'];

/**
 * The contents of dossiers' files. Contents before keys: who uploads meanwhile writes the key first, so what is copied can be opened.
 *
 * @returns how many contents
 * @throws CliError `backup.files-in-clear` where an earlier version's files have not been sealed yet
 */
export async function copyContents(from: string, to: string): Promise<number> {
  const clear = (await listFiles(from)).filter((file) => /^[0-9a-f]{2}\b/.test(file));
  if (clear.length > 0) {
    const message = `${String(clear.length)} files lie in clear in ${from}; digitization-tracker is still sealing them.`;
    throw new CliError({ code: 'backup.files-in-clear', message, hint: 'Try again when motcua keys status names them sealed.' });
  }
  let copied = 0;
  for (const shelf of shelves) {
    const files = await listFiles(join(from, shelf));
    for (const file of files) {
      await mkdir(dirname(join(to, shelf, file)), { recursive: true });
      await copyFile(join(from, shelf, file), join(to, shelf, file));
    }
    if (shelf === 'contents') copied = files.length;
  }
  return copied;
}

/** A folder of secrets as text, a line a file. */
export async function* packFolder(folder: string): AsyncGenerator<string> {
  for (const path of await listFiles(folder)) {
    const content = (await readFile(join(folder, path))).toString('base64');
    yield `${JSON.stringify({ path, content })}\n`;
  }
}

/** What `packFolder` wrote, readable by its owner alone. @returns how many files */
export async function unpackFolder(lines: AsyncIterable<string>, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let files = 0;
  for await (const line of lines) {
    const { path, content } = JSON.parse(line) as { path: string; content: string };
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), Buffer.from(content, 'base64'), { mode: 0o600 });
    files += 1;
  }
  return files;
}
