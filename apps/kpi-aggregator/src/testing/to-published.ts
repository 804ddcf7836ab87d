import { FieldReader, type Channel, type DossierSnapshot, type ServiceLevel, type UnitKind } from '@motcua/contracts';
import { readDigitizationEvent, type DigitizationEvent } from '../events/digitization-event.ts';
import type { OverdueCauseEvent } from '../events/overdue-cause-event.ts';
import { createDigitization, type BuiltDigitization } from './digitization.builder.ts';
import { createOverdueCause, type BuiltOverdueCause } from './overdue-cause.builder.ts';
import type { RandomDigitization, RandomDossierEvent } from './random-events.ts';
import { createEvent, createSnapshot, type BuiltEvent } from './snapshot.builder.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The published event that parses to this one. Random words stand where the contract has closed lists. */
export function toPublished({
  dossierId,
  version,
  occurredAt,
  moves,
  movesBack,
  takesBack,
  responsibleUnit,
  state,
  shown,
}: RandomDossierEvent): BuiltEvent {
  const snapshot: DossierSnapshot = {
    ...createSnapshot({ dossierId, dossierVersion: version }),
    occurredAt: new Date(occurredAt).toISOString(),
    responsibleUnit: responsibleUnit.unit,
    responsiblePath: [...responsibleUnit.path],
    responsibleKind: responsibleUnit.kind as UnitKind,
    timeZone: state.timeZone,
    procedure: state.procedure,
    field: state.field,
    channel: state.channel as Channel,
    serviceLevel: state.serviceLevel as ServiceLevel,
    receivedAt: iso(state.receivedAt),
    endedAt: iso(state.endedAt),
    currentDue: iso(state.currentDue),
    originalDue: iso(shown.originalDue),
    due766: iso(shown.due766),
    noDue: state.noDue,
    lateFrom: {
      set766: iso(state.lateFrom.set766),
      original: iso(state.lateFrom.original),
      current: iso(state.lateFrom.current),
    },
    code: shown.code,
    sourceCode: shown.sourceCode,
    officer: shown.officer,
    status: shown.status,
  };
  if (takesBack !== true) return createEvent(moves ? 'reassigned' : 'corrected', snapshot);
  const taken = { version: version - 1, eventId: `${dossierId}/${String(version - 1)}` };
  const moments = { occurredAt: snapshot.occurredAt, recordedAt: snapshot.recordedAt };
  return createEvent('reverted', snapshot, { event: movesBack ? 'reassigned' : 'processed', ...taken, ...moments });
}

/** The published overdue cause that parses to this one. */
export const toPublishedCause = ({ responsibleUnit, overdueCause, ...event }: OverdueCauseEvent): BuiltOverdueCause =>
  createOverdueCause({
    ...event,
    responsibleUnit: responsibleUnit.unit,
    responsiblePath: [...responsibleUnit.path],
    responsibleKind: responsibleUnit.kind as UnitKind,
    cause: overdueCause?.cause ?? null,
    ...(overdueCause === null ? {} : { overdueSince: new Date(overdueCause.overdueSince).toISOString() }),
  });

export const toPublishedDigitization = ({ documents, responsibleUnit, ...event }: RandomDigitization): BuiltDigitization =>
  createDigitization(documents, {
    ...event,
    responsibleUnit: responsibleUnit.unit,
    responsiblePath: [...responsibleUnit.path],
    responsibleKind: responsibleUnit.kind as UnitKind,
  });

/** What the projection takes from it. */
export const toDigitizationEvent = (event: RandomDigitization): DigitizationEvent =>
  readDigitizationEvent(new FieldReader(JSON.parse(toPublishedDigitization(event).value), ''));
