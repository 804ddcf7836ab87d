import { toDossierEventType, type ApplicantContact, type ApplicantRef } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { DossierParts } from '../dossiers/dossier-parts.ts';
import { toAsked } from './to-asked.ts';
import { findDossier } from '../dossiers/dossier.store.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { Ratings } from '../ratings/ratings.ts';

const unknownContact = {
  name: null,
  phone: null,
  email: null,
  language: null,
  zaloConsent: null,
  ratingToken: null,
  reasonText: null,
  papers: [],
  payment: null,
};

/** Events whose reason is said to the applicant; words about a hand-over or a correction are the administration's own. */
const reasonEvents = (['refused', 'supplement-requested', 'extended', 'apologised', 'stopped'] as const).map(toDossierEventType);

/** How applicants are reached. */
@Injectable()
export class ApplicantContacts {
  constructor(
    private readonly parts: DossierParts,
    private readonly ratings: Ratings,
  ) {}

  /**
   * Imported dossiers and those received without an applicant have nobody to write to: all null.
   *
   * @param reason version of the event whose reason in words is to be told to the applicant
   * @throws ProblemError 404
   */
  get(dossierId: string, reason?: number): Promise<ApplicantContact> {
    const { pool, applicants, reasons, steps } = this.parts;
    return inTransaction(
      pool,
      async (transaction) => {
        const stored = await findDossier(transaction, dossierId);
        if (stored === undefined) throw unknownDossier();
        const contact = await applicants.findContact(transaction, dossierId);
        if (contact === undefined) return { dossierId, ...unknownContact };
        const ratingToken = await this.ratings.findToken(transaction, stored.dossier);
        const reasonText =
          reason === undefined ? undefined : await reasons.findOf(transaction, { dossierId, version: reason }, reasonEvents);
        const entry = reason === undefined ? undefined : (await steps.list(transaction, dossierId)).get(reason);
        const asked = toAsked(this.parts.data, stored.dossier, entry, this.parts.now());
        return { dossierId, ...contact, ratingToken, reasonText: reasonText ?? null, ...asked };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** Whose the dossier is, as an opaque reference; null where no personal ID was given. @throws ProblemError 404 */
  getRef(dossierId: string): Promise<ApplicantRef> {
    const { pool, applicants } = this.parts;
    return inTransaction(
      pool,
      async (transaction) => {
        if ((await findDossier(transaction, dossierId)) === undefined) throw unknownDossier();
        const [applicantRef, ...otherRefs] = (await applicants.listRefs(transaction, dossierId)) ?? [];
        return { dossierId, applicantRef: applicantRef ?? null, keyId: applicants.hashKeyId, otherRefs };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }
}
