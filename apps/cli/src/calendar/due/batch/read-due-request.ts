import type { CalendarRefusal, DueRequest, Limit, Pause, PauseRule } from '@motcua/calendar';
import { readMoment } from '../reading/read-moment.ts';

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a line asks for, or why it asks for nothing. Moments without an offset are local to `timeZone`. */
export function readDueRequest(line: UnknownRecord, timeZone: string, fallback: PauseRule): DueRequest | CalendarRefusal {
  const receivedAt = typeof line['receivedAt'] === 'string' ? readMoment(line['receivedAt'], timeZone) : undefined;
  if (receivedAt === undefined) return refusal('received', 'receivedAt must be a moment such as "2026-11-23T10:00:00+07:00".');
  const limit = toLimit(line['limit']);
  if (limit === undefined) {
    return refusal('limit', 'limit must be {"amount": 2, "unit": "working-day" | "working-hour" | "calendar-day"}.');
  }
  const pauseRule = toRule(line['pauseRule']);
  if (pauseRule === undefined) return refusal('pause-rule', 'pauseRule must be "subtract" or "restart".');
  const pauses = toPauses(line['pauses'], timeZone);
  if (pauses === undefined) {
    return refusal(
      'pause',
      'pauses must be a list of {"from": moment, "to": moment, null or absent, "rule": "subtract" | "restart" or absent}.',
    );
  }
  return { receivedAt, limit, pauses, pauseRule: pauseRule ?? fallback };
}

function refusal(field: string, message: string): CalendarRefusal {
  return { code: `calendar.${field}-invalid`, message };
}

function toLimit(value: unknown): Limit | undefined {
  if (!isRecord(value)) return undefined;
  const { amount, unit } = value;
  const known = unit === 'working-day' || unit === 'working-hour' || unit === 'calendar-day';
  return known && typeof amount === 'number' ? { amount, unit } : undefined;
}

/** Null where none is given, undefined where it is no rule. */
function toRule(value: unknown): PauseRule | null | undefined {
  if (value === undefined || value === null) return null;
  return value === 'subtract' || value === 'restart' ? value : undefined;
}

function toPauses(value: unknown, timeZone: string): readonly Pause[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const pauses: Pause[] = [];
  for (const entry of value) {
    const pause = toPause(entry, timeZone);
    if (pause === undefined) return undefined;
    pauses.push(pause);
  }
  return pauses;
}

function toPause(value: unknown, timeZone: string): Pause | undefined {
  if (!isRecord(value)) return undefined;
  const from = typeof value['from'] === 'string' ? readMoment(value['from'], timeZone) : undefined;
  const to = toEnd(value['to'], timeZone);
  const rule = toRule(value['rule']);
  if (from === undefined || to === undefined || rule === undefined) return undefined;
  return rule === null ? { from, to } : { from, to, rule };
}

function toEnd(value: unknown, timeZone: string): number | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? readMoment(value, timeZone) : undefined;
}
