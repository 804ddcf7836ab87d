import {
  dueMoment,
  dueMomentWithLedger,
  type DueResult,
  type LedgerEntry,
  type PauseRule,
  type WorkingCalendar,
} from '@motcua/calendar';
import { toWireLedger } from '../words/ledger-on-the-wire.ts';
import { isRecord, readDueRequest } from './read-due-request.ts';

export interface BatchSettings {
  readonly pauseRule: PauseRule;
  readonly withLedger: boolean;
}

/** One line in, one line out: `{id, dueAt}`, with `ledger` if asked for, or `{id, error}` with `id` null where none is known. */
export function answerLine(calendar: WorkingCalendar, line: string, settings: BatchSettings): string {
  const parsed = parseLine(line);
  if (parsed === undefined) return answerError(null, { code: 'batch.json-invalid', message: 'The line is not JSON.' });
  if (!isRecord(parsed)) return answerError(null, { code: 'batch.line-invalid', message: 'The line must be a JSON object.' });
  const { id } = parsed;
  const request = readDueRequest(parsed, calendar.timeZone, settings.pauseRule);
  if ('code' in request) return answerError(id, request);
  const due: DueResult & { readonly ledger?: readonly LedgerEntry[] } = settings.withLedger
    ? dueMomentWithLedger(calendar, request)
    : dueMoment(calendar, request);
  if (!due.ok) return answerError(id, due.error);
  const dueAt = due.dueAt === null ? 'null' : `"${new Date(due.dueAt).toISOString()}"`;
  const ledger = due.ledger === undefined ? '' : `,"ledger":${JSON.stringify(toWireLedger(due.ledger))}`;
  return `{"id":${toJsonId(id)},"dueAt":${dueAt}${ledger}}`;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // No JSON text means undefined, so it can stand for "not JSON".
  }
}

function answerError(id: unknown, error: { code: string; message: string }): string {
  return `{"id":${toJsonId(id)},"error":${JSON.stringify({ code: error.code, message: error.message })}}`;
}

function toJsonId(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? JSON.stringify(id) : 'null';
}
