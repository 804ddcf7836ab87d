import { FieldReader } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import { readDigitizationEvent, type DigitizationEvent } from '../../events/digitization-event.ts';
import { toDossierEvent, type DossierEvent } from '../../events/dossier-event.ts';
import { judgedType, readOverdueCauseEvent, type OverdueCauseEvent } from '../../events/overdue-cause-event.ts';
import { recordedAtOf } from '../../verify/cause-sql.ts';
import type { BesideLogs } from '../../verify/fold-sql.ts';
import { toRecordingOrder } from './to-recording-order.ts';

interface Recorded {
  readonly type: string;
  readonly recordedAt: number;
  readonly occurredAt: number | null;
  /** Of the dossier, of its overdue causes or of its documents. */
  readonly version: number;
}
export type RecordedEvent = Recorded &
  (
    | { readonly stream: 'dossier'; readonly event: DossierEvent }
    | { readonly stream: 'overdue-cause'; readonly event: OverdueCauseEvent }
    | { readonly stream: 'documents'; readonly event: DigitizationEvent }
  );

interface Row extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly type: string;
  readonly recorded_at: Date;
  readonly body: unknown;
}

/** Everything on the logs of these dossiers, by dossier, in the order of recording; of each stream in its own order. */
export async function readDossierLogs(
  database: Queryable,
  logs: BesideLogs,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const byDossier = new Map<string, RecordedEvent[]>(dossiers.map((dossier) => [dossier, []]));
  const add = (dossier: string, event: RecordedEvent): void => {
    byDossier.get(dossier)?.push(event);
  };
  for (const row of await readLog(database, 'intake', 'recorded_at', dossiers)) {
    const event = toDossierEvent(row.body);
    add(row.dossier_id, { stream: 'dossier', ...toStamp(row), occurredAt: event.occurredAt, version: event.version, event });
  }
  const beside = recordedAtOf('body');
  for (const row of logs.causes ? await readLog(database, 'sla', beside, dossiers) : []) {
    if (row.type !== judgedType) continue;
    const event = readOverdueCauseEvent(new FieldReader(row.body, ''));
    add(row.dossier_id, { stream: 'overdue-cause', ...toStamp(row), occurredAt: null, version: event.judgement, event });
  }
  for (const row of logs.documents ? await readLog(database, 'digitization', beside, dossiers) : []) {
    const event = readDigitizationEvent(new FieldReader(row.body, ''));
    add(row.dossier_id, { stream: 'documents', ...toStamp(row), occurredAt: null, version: event.digitizationVersion, event });
  }
  return new Map([...byDossier].map(([dossier, events]) => [dossier, toRecordingOrder(events)]));
}

const readLog = (
  database: Queryable,
  schema: 'intake' | 'sla' | 'digitization',
  recordedAt: string,
  dossiers: readonly string[],
): Promise<Row[]> =>
  database.query<Row>(
    `SELECT dossier_id, type, ${recordedAt} AS recorded_at, body FROM ${schema}.event_log WHERE dossier_id = ANY($1::uuid[])
     ORDER BY dossier_id, ${schema === 'intake' ? 'version' : 'position'}`,
    [dossiers],
  );

const toStamp = ({ type, recorded_at: recordedAt }: Row) => ({ type, recordedAt: recordedAt.getTime() });
