import type { DigitizationSnapshot, DossierSnapshot } from '@motcua/contracts';
import { listMissing, type OpenDigitization } from '@motcua/digitization';

/** What every event says of the dossier. */
export type Subject = Pick<
  DigitizationSnapshot,
  | 'dossierId'
  | 'dossierVersion'
  | 'code'
  | 'sourceCode'
  | 'imported'
  | 'procedure'
  | 'field'
  | 'serviceLevel'
  | 'channel'
  | 'responsibleUnit'
  | 'responsiblePath'
  | 'responsibleKind'
  | 'handlingUnit'
  | 'timeZone'
  | 'status'
  | 'receivedAt'
  | 'endedAt'
  | 'endedBy'
>;

/** The documents of a received dossier, as they are stored. */
export interface DocumentRow {
  readonly subject: Subject;
  readonly documents: OpenDigitization;
}

export function toSubject(snapshot: DossierSnapshot & { readonly receivedAt: string }): Subject {
  const { dossierId, dossierVersion, code, sourceCode, imported, procedure, field, serviceLevel, channel } = snapshot;
  const { responsibleUnit, responsiblePath, responsibleKind, handlingUnit, timeZone, status, receivedAt, endedAt, endedBy } =
    snapshot;
  return {
    dossierId,
    dossierVersion,
    code,
    sourceCode,
    imported,
    procedure,
    field,
    serviceLevel,
    channel,
    responsibleUnit,
    responsiblePath,
    responsibleKind,
    handlingUnit,
    timeZone,
    status,
    receivedAt,
    endedAt,
    endedBy,
  };
}

/** Whether an officer has something to scan: results only of what came to one, nothing of what was stopped or taken back. */
export function hasBacklog({ subject: { endedAt, endedBy }, documents }: DocumentRow): boolean {
  const { components, results } = listMissing(documents);
  if (endedAt === null) return components.length > 0;
  const cameToResult = endedBy === 'processed' || endedBy === 'returned';
  return cameToResult && components.length + results.length > 0;
}
