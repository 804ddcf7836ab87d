/** Of an event that a live command brought about. @param version of the dossier after it */
export const toLiveEventId = (dossierId: string, version: number): string => `${dossierId}/${version}`;
