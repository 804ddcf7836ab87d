import type { Dossier } from '../state/dossier.ts';

/** Marks an event that a live command brings about before receipt. */
export const ofSubmission = (dossier: Dossier): { readonly ofSubmission?: true } =>
  dossier.status !== 'none' && dossier.receipt === null ? { ofSubmission: true } : {};
