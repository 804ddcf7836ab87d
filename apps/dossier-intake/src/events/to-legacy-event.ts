import { findLegacyEventName, type LegacyEvent as WireEvent } from '@motcua/contracts';
import type { KnownDossier, LegacyEvent } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';
import {
  contextForChange,
  contextForCorrection,
  contextForOpening,
  type ResolvedContext,
} from '../dossiers/decision-contexts.ts';
import type { Concealed } from './conceal.ts';
import type { ParsedLine } from './parse-lines.ts';

/** The domain's event for a reported one; of its free texts what may be published stands in `concealed`. */
export function toLegacyEvent({ event, dossierId }: ParsedLine, { reasonCode, officer, field }: Concealed): LegacyEvent {
  const { data } = event;
  const { correction } = data;
  const isCorrection = correction !== undefined;
  return {
    type: toName(event),
    occurredAt: Date.parse(event.time),
    id: dossierId,
    origin: event.source,
    sourceCode: data.sourceCode,
    namesUnit: (isCorrection ? correction.unit : data.unit) !== undefined,
    namesProcedure: (isCorrection ? correction.procedure : data.procedure) !== undefined,
    channel: data.channel,
    field,
    serviceLevel: data.serviceLevel,
    officer,
    due: toInstant(data.due),
    dueKnown: data.dueKnown,
    limit: data.limit,
    reasonCode,
    newDue: toInstant(data.newDue),
    endedBy: data.endedBy,
    correction: isCorrection ? toCorrection(correction) : undefined,
  };
}

function toName({ type }: WireEvent): LegacyEvent['type'] {
  const name = findLegacyEventName(type);
  if (name === undefined) throw new Error(`The schema lets "${type}" pass.`);
  return name;
}

type WireCorrection = NonNullable<WireEvent['data']['correction']>;

const toCorrection = ({ channel, receivedAt, endedAt, due, limit }: WireCorrection): LegacyEvent['correction'] => ({
  channel,
  receivedAt: toInstant(receivedAt),
  endedAt: toInstant(endedAt),
  due: toInstant(due),
  limit,
});

const toInstant = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

/** The rules, the calendar and what the event names, on the day it happened. A receipt may leave out what the submission said. */
export function toLegacyContext(
  data: ReferenceData,
  now: number,
  dossier: KnownDossier | undefined,
  legacy: LegacyEvent,
  { event }: ParsedLine,
): ResolvedContext {
  const at = legacy.occurredAt;
  const { unit, procedure, officer, correction } = event.data;
  if (dossier === undefined) return contextForOpening(data, now, { unit, procedure, officer, at });
  switch (legacy.type) {
    case 'submitted':
    case 'received':
      return contextForOpening(data, now, {
        unit: unit ?? dossier.responsible.code,
        procedure: procedure ?? dossier.procedure,
        officer,
        at,
      });
    case 'corrected':
      return contextForCorrection(data, now, dossier, {
        unit: correction?.unit,
        procedure: correction?.procedure,
        receivedAt: legacy.correction?.receivedAt,
        at,
      });
    case 'transferred':
      return contextForChange(data, now, dossier, { unit, procedure, officer, at });
    default:
      return contextForChange(data, now, dossier, { unit, procedure, at });
  }
}
