import { FieldReader, type Channel, type DossierSnapshot, type ServiceLevel, type UnitKind } from '@motcua/contracts';
import type { DossierEvent } from '../events/dossier-event.ts';
import { readDigitizationEvent } from '../events/parse-digitization-event.ts';
import type { DigitizationEvent } from '../events/digitization-event.ts';
import type { VerdictEvent } from '../events/verdict-event.ts';
import { createDigitization, type BuiltDigitization } from './digitization.builder.ts';
import type { RandomDigitization } from './random-events.ts';
import { createEvent, createSnapshot, type BuiltEvent } from './snapshot.builder.ts';
import { createVerdict, type BuiltVerdict } from './verdict.builder.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The published event that parses to this one. Random words stand where the contract has closed lists. */
export function toPublished({ dossierId, version, occurredAt, moves, holder, state, shown }: DossierEvent): BuiltEvent {
  const snapshot: DossierSnapshot = {
    ...createSnapshot({ dossierId, dossierVersion: version }),
    occurredAt: new Date(occurredAt).toISOString(),
    responsibleUnit: holder.unit,
    responsiblePath: [...holder.path],
    responsibleKind: holder.kind as UnitKind,
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
  return createEvent(moves ? 'reassigned' : 'corrected', snapshot);
}

/** The published verdict that parses to this one. */
export const toPublishedVerdict = ({ holder, verdict, ...event }: VerdictEvent): BuiltVerdict =>
  createVerdict({
    ...event,
    responsibleUnit: holder.unit,
    responsiblePath: [...holder.path],
    responsibleKind: holder.kind as UnitKind,
    cause: verdict?.cause ?? null,
    ...(verdict === null ? {} : { overdueSince: new Date(verdict.overdueSince).toISOString() }),
  });

export const toPublishedDigitization = ({ documents, holder, ...event }: RandomDigitization): BuiltDigitization =>
  createDigitization(documents, {
    ...event,
    responsibleUnit: holder.unit,
    responsiblePath: [...holder.path],
    responsibleKind: holder.kind as UnitKind,
  });

/** What the projection takes from it. */
export const toDigitizationEvent = (event: RandomDigitization): DigitizationEvent =>
  readDigitizationEvent(new FieldReader(JSON.parse(toPublishedDigitization(event).value), ''));
