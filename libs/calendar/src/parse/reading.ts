/** Thrown and caught inside `parseCalendar` only: reading stops at the first thing that is wrong. */
export class UnreadableCalendar extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function readRecord(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new UnreadableCalendar('calendar.document-invalid', `${where} must be an object.`);
}

export function readList(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableCalendar('calendar.document-invalid', `${where} must be a list.`);
}

export function readText(value: unknown, where: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new UnreadableCalendar('calendar.document-invalid', `${where} must be a text that is not empty.`);
}
