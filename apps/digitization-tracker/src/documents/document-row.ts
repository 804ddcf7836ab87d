import { dossierIdentity, pick, type DigitizationSnapshot, type DossierSnapshot } from '@motcua/contracts';
import { listMissing, type OpenDigitization } from '@motcua/digitization';

const subjectFields = [
  ...dossierIdentity,
  ...(['serviceLevel', 'channel', 'responsibleUnit', 'responsiblePath', 'responsibleKind', 'handlingUnit'] as const),
  ...(['timeZone', 'status', 'receivedAt', 'endedAt', 'endedBy'] as const),
];

/** What every event says of the dossier. */
export type Subject = Pick<DigitizationSnapshot, (typeof subjectFields)[number]>;

/** The documents of a received dossier, as they are stored. */
export interface DocumentRow {
  readonly subject: Subject;
  readonly documents: OpenDigitization;
}

export const toSubject = (snapshot: DossierSnapshot & { readonly receivedAt: string }): Subject => pick(snapshot, subjectFields);

/** Whether an officer has something to scan: results only of what came to one, nothing of what was stopped or taken back. */
export function hasBacklog({ subject: { endedAt, endedBy }, documents }: DocumentRow): boolean {
  const { components, results } = listMissing(documents);
  if (endedAt === null) return components.length > 0;
  const cameToResult = endedBy === 'processed' || endedBy === 'returned';
  return cameToResult && components.length + results.length > 0;
}
