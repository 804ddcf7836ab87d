import type { ApplicantContact } from '@motcua/contracts';

export type ContactAnswer =
  | { readonly status: 'found'; readonly contact: ApplicantContact }
  | { readonly status: 'unknown' }
  | { readonly status: 'away'; readonly answer: string };

/** Whoever knows how the applicant of a dossier is reached. Asked at the moment of sending; the answer is kept nowhere. */
export interface ContactSource {
  find(dossierId: string): Promise<ContactAnswer>;
}
