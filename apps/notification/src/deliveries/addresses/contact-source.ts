import type { ApplicantContact } from '@motcua/contracts';

/** How an applicant is reached, and where he may rate; null: nothing to rate. */
export interface Contact
  extends Omit<ApplicantContact, 'ratingToken' | 'papers' | 'payment'>, Partial<Pick<ApplicantContact, 'papers' | 'payment'>> {
  readonly ratingLink: string | null;
}

export type ContactAnswer =
  | { readonly status: 'found'; readonly contact: Contact }
  | { readonly status: 'unknown' }
  | { readonly status: 'away'; readonly answer: string };

/** Whoever knows how the applicant of a dossier is reached. Asked at the moment of sending; the answer is kept nowhere. */
export interface ContactSource {
  /** @param reason version of the event whose reason in words is to be told; undefined: none is */
  find(dossierId: string, reason?: number): Promise<ContactAnswer>;
}
