import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { replaceSection } from './replace-section.ts';

const document = resolve(import.meta.dirname, '../../../../docs/reliability.md');

/** Writes a part of docs/reliability.md anew, laid out as the rest of it. @throws where the document has no such part */
export async function writeSection(name: string, text: string): Promise<void> {
  const written = replaceSection(await readFile(document, 'utf8'), name, text);
  await writeFile(document, await format(written, { ...(await resolveConfig(document)), filepath: document }));
}
