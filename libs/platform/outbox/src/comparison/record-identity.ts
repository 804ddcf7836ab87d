import { createHash } from 'node:crypto';

/** What a record says of itself: those who settle it know it by that, and find the slip. Never what people wrote, or who they are. */
export interface RecordSummary {
  readonly eventId: string | null;
  readonly type: string | null;
  readonly version: number | null;
  readonly occurredAt: string | null;
  readonly recordedAt: string | null;
}

interface CloudEvent {
  readonly id?: unknown;
  readonly source?: unknown;
  readonly type?: unknown;
  readonly time?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** @param value of a record; what is no event has none of it */
export function summarize(value: string): RecordSummary {
  const { id, type, time, data } = parse(value);
  const version = data?.['dossierVersion'] ?? data?.['digitizationVersion'];
  return {
    eventId: toText(id),
    type: toText(type),
    version: typeof version === 'number' ? version : null,
    occurredAt: toText(time),
    recordedAt: toText(data?.['recordedAt']),
  };
}

/**
 * By what a record is found in the event table: its topic, its key, and which event it is. Not the letters: another release may write more of the same
 * event. One that was written anew under the number of a lost one has another moment.
 */
export function identify(topic: string, key: string, value: string): string {
  const { id, source, type, time, data } = parse(value);
  const event = typeof id === 'string' ? [id, source, type, time, data?.['recordedAt'] ?? null] : [value];
  return createHash('sha256')
    .update(JSON.stringify([topic, key, ...event]))
    .digest('base64');
}

function parse(value: string): CloudEvent {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

const toText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
