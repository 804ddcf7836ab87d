import { CliError } from '@motcua/terminal';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** A kind of document that people write by hand and hand over as a JSON file. */
export interface DocumentKind<Document> {
  /** Begins the codes of its errors, and names it in their sentences: `reform`, `calendar`. */
  readonly name: string;
  readonly schema: z.ZodType<Document>;
  /** Where a whole example is found. */
  readonly example: string;
}

/** The text of a file. CliError `<name>.unreadable`. */
export const readDocumentText = (file: string, { name }: DocumentKind<unknown>): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `The ${name} ${file} cannot be read.`;
    throw new CliError({ code: `${name}.unreadable`, message, hint: 'Name the path of a JSON document.', cause });
  });

/** What a text says, field by field. CliError `<name>.invalid`, which names every mistake. */
export function parseDocument<Document>(text: string, file: string, kind: DocumentKind<Document>): Document {
  const read = kind.schema.safeParse(parseJson(text, file, kind));
  if (read.success) return read.data;
  throw invalidDocument(file, kind, read.error.issues.map(toSentence));
}

export function invalidDocument(file: string, { name, example }: DocumentKind<unknown>, mistakes: readonly string[]): CliError {
  const message = `The ${name} ${file} is not right:\n${mistakes.map((mistake) => `  · ${mistake}`).join('\n')}`;
  return new CliError({ code: `${name}.invalid`, message, hint: example });
}

function parseJson(text: string, file: string, kind: DocumentKind<unknown>): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw invalidDocument(file, kind, [error instanceof Error ? error.message : String(error)]);
  }
}

const toSentence = (issue: { path: readonly PropertyKey[]; message: string }): string =>
  `${issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.')}: ${issue.message}`;
