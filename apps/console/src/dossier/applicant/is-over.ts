import type { DossierSnapshot } from '@motcua/contracts';

/** National status codes of a submission that will not be received. */
const neverReceived: readonly number[] = [3, 8];

/** Whether nothing is left to be done for the applicant: before that dossier-intake erases nothing. */
export function isOver({
  status,
  receivedAt,
  endedAt,
  endedBy,
  returnedAt,
}: Pick<DossierSnapshot, 'status' | 'receivedAt' | 'endedAt' | 'endedBy' | 'returnedAt'>): boolean {
  if (receivedAt === null) return neverReceived.includes(status);
  return endedAt !== null && (endedBy !== 'processed' || returnedAt !== null);
}
