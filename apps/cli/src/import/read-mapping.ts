import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { CliError } from '@motcua/terminal';
import { ImportMapping } from './mapping.ts';
import { findTimeFormatProblem } from './time-format.ts';

/** The mapping in a YAML file. CliError `mapping.unreadable` or `mapping.invalid` that names every mistake. */
export async function readMapping(file: string): Promise<ImportMapping> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliError({
      code: 'mapping.unreadable',
      message: `The mapping ${file} cannot be read.`,
      hint: 'Check --mapping.',
      cause,
    });
  });
  return parseMapping(text, file);
}

export function parseMapping(text: string, file: string): ImportMapping {
  const parsed = ImportMapping.safeParse(parseYaml(text, file));
  if (!parsed.success) throw invalid(file, parsed.error.issues.map(toSentence));
  const problem = findTimeFormatProblem(parsed.data.time);
  if (problem !== undefined) throw invalid(file, [`time: ${problem}`]);
  return parsed.data;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    if (error instanceof YAMLParseError) throw invalid(file, [error.message]);
    throw error;
  }
}

function invalid(file: string, mistakes: readonly string[]): CliError {
  const message = `The mapping ${file} is not right:\n${mistakes.map((mistake) => `  · ${mistake}`).join('\n')}`;
  return new CliError({ code: 'mapping.invalid', message, hint: 'data/mappings/boston-311.yaml is a whole example.' });
}

const toSentence = (issue: { path: readonly PropertyKey[]; message: string }): string =>
  `${issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.')}: ${issue.message}`;
