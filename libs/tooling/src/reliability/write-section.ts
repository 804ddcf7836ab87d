import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';

const document = resolve(import.meta.dirname, '../../../../docs/reliability.md');

/**
 * Writes a part of docs/reliability.md anew: what stands between `<!-- <name>: written by … -->` and `<!-- /<name> -->`.
 *
 * @throws where the document has no such place
 */
export async function writeSection(name: string, text: string): Promise<void> {
  const whole = await readFile(document, 'utf8');
  const [, before, begin, after] = new RegExp(`^(.*)(<!-- ${name}: [^>]*-->).*(?=<!-- /${name} -->)(.*)$`, 's').exec(whole) ?? [];
  if (before === undefined || begin === undefined || after === undefined)
    throw new Error(`${document} has no place for ${name}.`);
  const written = `${before}${begin}\n\n${text}\n\n${after}`;
  await writeFile(document, await format(written, { ...(await resolveConfig(document)), filepath: document }));
}
