import { findForeign } from '@motcua/access';
import type { SourceActor } from '@motcua/auth';
import { isPlainId, evolve, isRefusal, noDossier, recordLegacy, refuse, type KnownDossier } from '@motcua/dossier';
import { toEventRow, type EventRow } from '../dossiers/event-row.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { concealTexts, type Conceal } from './conceal.ts';
import type { ParsedLine } from './parse-lines.ts';
import { reject, toRejection, type Rejection } from './rejection.ts';
import { toLegacyContext, toLegacyEvent } from './to-legacy-event.ts';

/** Whose events they are (its subject is recorded with them), and the import session by which they come; null: they are live. */
export interface TakenBy {
  readonly reporter: SourceActor;
  readonly session: string | null;
}

export type TakenLine =
  | {
      readonly dossier: KnownDossier;
      readonly row: EventRow;
      readonly occurredAt: number;
      /** What the source wrote as a reason where it is no code of ours; undefined: nothing to keep. */
      readonly reasonText: string | undefined;
    }
  | { readonly rejection: Rejection };

export interface TakeLineParts extends TakenBy {
  readonly data: ReferenceData;
  readonly now: number;
  readonly conceal: Conceal;
}

/** One reported event on the dossier as it stands: the state and the row after it, or why it cannot be recorded. Pure. */
export function takeLine(
  { data, now, reporter, session, conceal }: TakeLineParts,
  known: KnownDossier | undefined,
  line: ParsedLine,
): TakenLine {
  const { id } = line.event;
  const foreign = findForeign(reporter, { unitPath: known?.responsible.path });
  if (foreign !== undefined) return { rejection: toRejection(line.line, id, foreign) };
  const concealed = concealTexts(data, line, conceal);
  const legacy = toLegacyEvent(line, concealed);
  const opens = legacy.type === 'received' || legacy.type === 'submitted';
  if (known === undefined && !opens) return { rejection: toRejection(line.line, id, refuse('dossier.unknown')) };
  if (known === undefined && !legacy.namesUnit)
    return { rejection: toRejection(line.line, id, refuse('event.field-missing', 'unit')) };

  const resolved = toLegacyContext(data, now, known, legacy, line);
  if ('missing' in resolved) {
    const { missing } = resolved;
    // What was named as a unit and is none may be anything; the line's number says enough.
    const about = isPlainId(resolved.about) ? resolved.about : undefined;
    const isUnit = missing === 'unit.unknown';
    return { rejection: isUnit ? toRejection(line.line, id, refuse(missing, about)) : reject(line.line, id, missing, about) };
  }
  const decision = recordLegacy(known ?? noDossier, legacy, resolved.context);
  if (isRefusal(decision)) return { rejection: toRejection(line.line, id, decision) };
  const [event] = decision;
  if (event === undefined) throw new Error('A legacy event is recorded or refused.');
  const dossier = evolve(known ?? noDossier, event);
  if (dossier.status === 'none') throw new Error('A recorded event leaves no dossier unknown.');
  // Also where the dossier is new, or the event itself says that another unit answers for it.
  const outside = findForeign(reporter, { unitPath: dossier.responsible.path });
  if (outside !== undefined) return { rejection: toRejection(line.line, id, outside) };
  const row = toEventRow(event, dossier, { source: line.event.source, id }, reporter.sub, undefined, session);
  return { dossier, row, occurredAt: event.occurredAt, reasonText: concealed.reasonText };
}
