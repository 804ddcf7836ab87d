import {
  digitizationEvents,
  type DigitizationChange,
  type DigitizationData,
  type DigitizationEventName,
  type DigitizationSnapshot,
} from '@motcua/contracts';
import {
  countComponents,
  countReused,
  countSignatures,
  isDigitized,
  isResultDigitized,
  isResultPrescribed,
  isResultSigned,
  type DigitizationEvent,
  type FileRef,
  type ReuseGround,
} from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import { createBulkInsert } from '@motcua/postgres';
import type { DocumentRow } from './document-row.ts';
import type { FileRow } from './file.store.ts';

export interface EventRow {
  readonly dossierId: string;
  readonly body: string;
}

interface Overrides {
  readonly event: DigitizationEvent;
  /** The documents after it. */
  readonly after: DocumentRow;
  readonly officer: string | null;
  readonly recordedAt: number;
  /** Of events that attach one. */
  readonly file?: Pick<FileRow, 'bytes' | 'mediaType' | 'pages' | 'held'> | undefined;
}

const toIso = (at: number): string => new Date(at).toISOString();

/** A domain event as the published CloudEvent. */
export function toPublishedEvent({ event, after, officer, recordedAt, file }: Overrides): EventRow {
  const { subject, documents } = after;
  const snapshot: DigitizationSnapshot = {
    ...subject,
    digitizationVersion: documents.version,
    components: countComponents(documents.components),
    resultPrescribed: isResultPrescribed(documents),
    resultDigitized: isResultDigitized(documents),
    resultSigned: isResultSigned(documents),
    signatures: countSignatures(documents),
    reusedCount: countReused(documents),
    isDigitized: isDigitized(documents),
    digitizedAt: documents.digitizedAt === null ? null : toIso(documents.digitizedAt),
    officer,
    occurredAt: toIso(event.occurredAt),
    recordedAt: toIso(recordedAt),
  };
  const origin = {
    id: `${subject.dossierId}/${documents.version}`,
    source: 'urn:motcua:digitization-tracker',
    time: snapshot.occurredAt,
  };
  // the change is that of the event's type
  const data = { ...snapshot, change: toChange(event, file) } as DigitizationData<DigitizationEventName>;
  const published = digitizationEvents.create(event.type, subject.dossierId, origin, data);
  return { dossierId: subject.dossierId, body: JSON.stringify(published) };
}

function toChange(event: DigitizationEvent, file: Overrides['file']): DigitizationChange<DigitizationEventName> {
  const content = ({ fileId, sha256, signature }: FileRef) => ({
    fileId,
    sha256: sha256 ?? file?.held?.sha256 ?? null,
    signed: signature === 'verified',
    signature,
    heldBy: file?.held?.system ?? null,
    bytes: file?.bytes ?? null,
    mediaType: file?.mediaType ?? null,
    pages: file?.pages ?? null,
  });
  switch (event.type) {
    case 'checklist-made':
      return { because: event.because };
    case 'component-digitized':
      return { component: event.component, ...content(event.file) };
    case 'component-reused': {
      const { component, status, fromDossier, fromFile } = event;
      return { component, status, fromDossier, fromFile, ...toGround(event.ground), ...content(event.file) };
    }
    case 'file-reused': {
      const { part, code, fileId, toDossier, toUnit, toComponent } = event;
      return { part, code, fileId, toDossier, toUnit, toComponent, ...toGround(event.ground) };
    }
    case 'result-digitized':
      return { result: event.result, ...content(event.file) };
    case 'signature-broken':
      return { part: event.part, code: event.code, ...content(event.file) };
    case 'exempted':
      return { component: event.component, reason: event.reason };
    case 'rejected':
      return { part: event.part, code: event.code, faults: [...event.faults], files: [...event.files] };
  }
}

const toGround = (ground: ReuseGround) => ({
  ground: ground.kind,
  ...(ground.kind === 'consent' ? { proof: ground.proof } : {}),
});

const insert = createBulkInsert({ into: 'digitization.event', columns: { dossier_id: 'uuid', body: 'text' } });

/** In the order given. */
export async function insertEvents(transaction: Transaction, events: readonly EventRow[]): Promise<void> {
  await insert(
    transaction,
    events.map(({ dossierId, body }) => ({ dossier_id: dossierId, body })),
  );
}
