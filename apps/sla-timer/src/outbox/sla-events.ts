import { slaEvents, type EventOrigin, type SlaData, type SlaEventName } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';
import { createBulkInsert } from '@motcua/postgres';

/** A row of the event table: the Kafka key and the CloudEvent. */
export interface EventRow {
  readonly key: string;
  readonly body: string;
}

type OfDossier = Exclude<SlaEventName, 'calendar-changed'>;
type Subject = 'dossierId' | 'dossierVersion' | 'code' | 'sourceCode' | 'imported' | 'procedure' | 'field';
type ResponsibleFields =
  'responsibleUnit' | 'responsiblePath' | 'responsibleKind' | 'handlingUnit' | 'officer' | 'calendar' | 'timeZone';

export const toIso = (at: number): string => new Date(at).toISOString();
const toOrigin = (id: string, at: number): EventOrigin => ({ id, source: 'urn:motcua:sla-timer', time: toIso(at) });

/** An event of a dossier; `id` is unique among the events of this service and the same however often it is made. */
export function toDossierSlaEvent<Name extends OfDossier>(
  name: Name,
  { dossierId, subject }: { readonly dossierId: string; readonly subject: string },
  { id, at, data }: { readonly id: string; readonly at: number; readonly data: Omit<SlaData<Name>, Subject | ResponsibleFields> },
): EventRow {
  return {
    key: dossierId,
    // the subject of a dossier is kept as text
    body: slaEvents.write(name, dossierId, toOrigin(`${dossierId}/${id}`, at), `{${subject},${JSON.stringify(data).slice(1)}`),
  };
}

export const toCalendarChangedEvent = (id: string, at: number, data: SlaData<'calendar-changed'>): EventRow => ({
  key: data.unit,
  body: slaEvents.write('calendar-changed', data.unit, toOrigin(id, at), JSON.stringify(data)),
});

const insert = createBulkInsert({ into: 'sla.event', columns: { key: 'text', body: 'text' } });

/** In the order given. */
export async function insertEvents(transaction: Transaction, events: readonly EventRow[]): Promise<void> {
  await insert(transaction, events);
}
