import { ReformDocument } from '@motcua/contracts';
import { CliError } from '@motcua/terminal';
import { readFile } from 'node:fs/promises';

/** The reform in a JSON file. CliError `reform.unreadable`, or `reform.invalid` that names every mistake. */
export async function readReformFile(file: string): Promise<ReformDocument> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `The reform ${file} cannot be read.`;
    throw new CliError({ code: 'reform.unreadable', message, hint: 'Name the path of a JSON document.', cause });
  });
  return parseReformFile(text, file);
}

export function parseReformFile(text: string, file: string): ReformDocument {
  const read = ReformDocument.safeParse(parseJson(text, file));
  if (read.success) return read.data;
  throw invalid(
    file,
    read.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the file' : path.map(String).join('.')}: ${message}`),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw invalid(file, [error instanceof Error ? error.message : String(error)]);
  }
}

function invalid(file: string, mistakes: readonly string[]): CliError {
  const message = `The reform ${file} is not right:\n${mistakes.map((mistake) => `  · ${mistake}`).join('\n')}`;
  return new CliError({ code: 'reform.invalid', message, hint: 'data/reforms/thanh-ba-2025.json is a whole example.' });
}
