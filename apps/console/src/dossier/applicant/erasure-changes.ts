import type { QueryKey } from '@tanstack/react-query';
import { dossierKey } from '../../api/dossier-queries.ts';

/** What is another thing once an erasure was asked for, taken back or decided on: the dossier with its papers, and the list of what waits. */
export const erasureChanges = (dossierId: string): readonly QueryKey[] => [dossierKey(dossierId), ['applicant-erasures']];
