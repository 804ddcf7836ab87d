import { parseCalendar } from '@motcua/calendar';
import { CalendarDocument } from '@motcua/contracts';
import { invalidDocument, parseDocument, readDocumentText, type DocumentKind } from '../json-document/json-document.ts';

const calendar: DocumentKind<CalendarDocument> = {
  name: 'calendar',
  schema: CalendarDocument,
  example: '"motcua calendar show vn" prints a whole example.',
};

/** The calendar in a JSON file. CliError `calendar.unreadable`, or `calendar.invalid` that names every mistake. */
export const readCalendarFile = async (file: string): Promise<CalendarDocument> =>
  parseCalendarFile(await readDocumentText(file, calendar), file);

/** The shape is checked first, field by field; what only the whole can show, such as periods that overlap, comes after it. */
export function parseCalendarFile(text: string, file: string): CalendarDocument {
  const document = parseDocument(text, file, calendar);
  const parsed = parseCalendar(document);
  if (!parsed.ok) throw invalidDocument(file, calendar, [parsed.error.message]);
  return document;
}
