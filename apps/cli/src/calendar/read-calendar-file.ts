import { parseCalendar } from '@motcua/calendar';
import { CalendarDocument } from '@motcua/contracts';
import { readFile } from 'node:fs/promises';
import { CliError } from '@motcua/terminal';

/** The calendar in a JSON file. CliError `calendar.unreadable`, or `calendar.invalid` that names every mistake. */
export async function readCalendarFile(file: string): Promise<CalendarDocument> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `The calendar ${file} cannot be read.`;
    throw new CliError({ code: 'calendar.unreadable', message, hint: 'Name the path of a JSON document.', cause });
  });
  return parseCalendarFile(text, file);
}

/** The shape is checked first, field by field; what only the whole can show, such as periods that overlap, comes after it. */
export function parseCalendarFile(text: string, file: string): CalendarDocument {
  const read = CalendarDocument.safeParse(parseJson(text, file));
  if (!read.success) throw invalid(file, read.error.issues.map(toSentence));
  const parsed = parseCalendar(read.data);
  if (!parsed.ok) throw invalid(file, [parsed.error.message]);
  return read.data;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw invalid(file, [error instanceof Error ? error.message : String(error)]);
  }
}

function invalid(file: string, mistakes: readonly string[]): CliError {
  const message = `The calendar ${file} is not right:\n${mistakes.map((mistake) => `  · ${mistake}`).join('\n')}`;
  return new CliError({ code: 'calendar.invalid', message, hint: '"motcua calendar show vn" prints a whole example.' });
}

const toSentence = (issue: { path: readonly PropertyKey[]; message: string }): string =>
  `${issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.')}: ${issue.message}`;
