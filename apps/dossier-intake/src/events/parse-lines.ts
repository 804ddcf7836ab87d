import { findDossierEventName, legacyEventNames, LegacyEvent, listStrangeTexts } from '@motcua/contracts';
import { toImportedDossierId } from '../dossiers/dossier-id.ts';
import { isCountable, isStorable } from '../dossiers/storable.ts';
import { reject, type Rejection } from './rejection.ts';

/** A line that keeps the contract, with the dossier it is about. */
export interface ParsedLine {
  readonly line: number;
  readonly event: LegacyEvent;
  readonly dossierId: string;
}

export type LineOutcome =
  { readonly ok: true; readonly parsed: ParsedLine } | { readonly ok: false; readonly rejection: Rejection };

export function parseText(line: number, text: string): LineOutcome {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, rejection: reject(line, null, 'event.malformed') };
  }
  return parseValue(line, value);
}

export function parseValue(line: number, value: unknown): LineOutcome {
  const parsed = LegacyEvent.safeParse(value);
  if (parsed.success) {
    const event = parsed.data;
    const flaw = findFlaw(event);
    if (flaw !== undefined) return { ok: false, rejection: reject(line, event.id, 'event.invalid', flaw) };
    const [strange] = listStrangeTexts(LegacyEvent, event);
    if (strange !== undefined) {
      const about = `${strange.path.join('.')}: ${strange.character.name}`;
      return { ok: false, rejection: reject(line, event.id, 'event.characters-invalid', about) };
    }
    return { ok: true, parsed: { line, event, dossierId: toImportedDossierId(event.source, event.data.sourceCode) } };
  }
  const [issue] = parsed.error.issues;
  const about = issue === undefined ? undefined : `${issue.path.join('.') || 'event'}: ${issue.message}`;
  const code = isUnknownType(value) ? 'event.type-unknown' : 'event.invalid';
  return { ok: false, rejection: reject(line, toId(value), code, about) };
}

/** What the schema lets pass and the log cannot hold. */
function findFlaw(event: LegacyEvent): string | undefined {
  const { due, newDue, correction } = event.data;
  const moments = [event.time, due, newDue, correction?.receivedAt, correction?.endedAt, correction?.due];
  const strange = moments.find((moment) => moment !== undefined && !isCountable(moment));
  if (strange !== undefined) return `${strange}: moments lie between 1900 and 2499`;
  return isStorable(event) ? undefined : 'texts hold neither NUL nor halves of characters';
}

const toId = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : null;
};

const isUnknownType = (value: unknown): boolean => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (typeof type !== 'string') return false;
  const name = findDossierEventName(type);
  return !legacyEventNames.some((known) => known === name);
};
