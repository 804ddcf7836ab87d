import type { LoggedAlert, LoggedEvent } from './observed.ts';
import type { TopicRecord } from './topic-reader.ts';

interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events of dossiers; what nobody can read is passed over, for the campaign itself puts it there. */
export const readEvents = (records: readonly TopicRecord[]): LoggedEvent[] =>
  records.flatMap(({ value }) => {
    const found = parse(value, 'vn.motcua.dossier.');
    if (found === undefined) return [];
    const { dossierId, sourceCode, dossierVersion } = found.data;
    if (typeof dossierId !== 'string' || !Number.isInteger(dossierVersion)) return [];
    return [
      {
        dossierId,
        sourceCode: typeof sourceCode === 'string' ? sourceCode : null,
        version: Number(dossierVersion),
        event: found.name,
      },
    ];
  });

/** Warnings and breaches. */
export const readAlerts = (records: readonly TopicRecord[]): LoggedAlert[] =>
  records.flatMap(({ value }) => {
    const found = parse(value, 'vn.motcua.sla.');
    if (found === undefined || (found.name !== 'due-soon' && found.name !== 'breached')) return [];
    const { dossierId, clock, generation, rung, due, firedAt } = found.data as Readonly<Record<string, string>>;
    return [
      {
        id: found.id,
        kind: found.name,
        dossierId: String(dossierId),
        clock: String(clock),
        generation: Number(generation),
        step: String(rung),
        due: Date.parse(String(due)),
        firedAt: Date.parse(String(firedAt)),
      },
    ];
  });

/** The id of the event in a record; null where nobody can read it. */
export function findEventId(value: string): string | null {
  try {
    return (JSON.parse(value) as Partial<Envelope> | null)?.id ?? null;
  } catch {
    return null;
  }
}

function parse(
  value: string,
  prefix: string,
): { readonly id: string; readonly name: string; readonly data: Envelope['data'] } | undefined {
  try {
    const { id, type, data } = JSON.parse(value) as Envelope;
    return type.startsWith(prefix) ? { id, name: type.slice(prefix.length).replace(/\.v\d+$/, ''), data } : undefined;
  } catch {
    return undefined;
  }
}
