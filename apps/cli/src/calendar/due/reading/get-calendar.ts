import { parseCalendar, vietnamCalendar, type WorkingCalendar } from '@motcua/calendar';
import { readFile } from 'node:fs/promises';
import { CliError } from '@motcua/terminal';

const shipped = new Map<string, unknown>([[vietnamCalendar.id, vietnamCalendar]]);

/** A shipped calendar by its id, else the JSON document in that file. */
export async function getCalendar(idOrFile: string): Promise<WorkingCalendar> {
  const parsed = parseCalendar(shipped.get(idOrFile) ?? (await readDocument(idOrFile)));
  if (parsed.ok) return parsed.calendar;
  throw new CliError({
    ...parsed.error,
    message: `${idOrFile}: ${parsed.error.message}`,
    hint: 'Correct the document and run it again.',
  });
}

async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const ids = [...shipped.keys()].join(', ');
    const hint = `Name a shipped calendar (${ids}) or the path of a JSON document.`;
    throw new CliError({
      code: 'calendar.unknown',
      message: `There is no calendar "${file}", and no file of that name can be read.`,
      hint,
      cause,
    });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new CliError({
      code: 'calendar.document-invalid',
      message: `${file} is not JSON.`,
      hint: 'Correct the file and run it again.',
      cause,
    });
  }
}
