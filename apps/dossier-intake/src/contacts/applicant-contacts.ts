import { toDossierEventType, type ApplicantContact, type ApplicantRef } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { findDossier } from '../dossiers/dossier.store.ts';
import { ReasonStore } from '../applicants/reason.store.ts';
import { unknownDossier } from '../dossiers/refused.ts';
import { Ratings } from '../ratings/ratings.ts';
import { ApplicantStore } from '../applicants/applicant.store.ts';

const unknownContact = {
  name: null,
  phone: null,
  email: null,
  language: null,
  zaloConsent: null,
  ratingToken: null,
  reasonText: null,
};

/** Events whose reason is said to the applicant; words about a hand-over or a correction are the administration's own. */
const reasonEvents = (['refused', 'supplement-requested', 'extended', 'apologised', 'stopped'] as const).map(toDossierEventType);

/** How applicants are reached. */
@Injectable()
export class ApplicantContacts {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly applicants: ApplicantStore,
    private readonly ratings: Ratings,
    private readonly reasons: ReasonStore,
  ) {}

  /**
   * Imported dossiers and those received without an applicant have nobody to write to: all null.
   *
   * @param reason version of the event whose reason in words is to be told to the applicant
   * @throws ProblemError 404
   */
  get(dossierId: string, reason?: number): Promise<ApplicantContact> {
    return inTransaction(
      this.pool,
      async (transaction) => {
        const stored = await findDossier(transaction, dossierId);
        if (stored === undefined) throw unknownDossier();
        const contact = await this.applicants.findContact(transaction, dossierId);
        if (contact === undefined) return { dossierId, ...unknownContact };
        const ratingToken = await this.ratings.findToken(transaction, stored.dossier);
        const reasonText =
          reason === undefined ? undefined : await this.reasons.findOf(transaction, { dossierId, version: reason }, reasonEvents);
        return { dossierId, ...contact, ratingToken, reasonText: reasonText ?? null };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** Whose the dossier is, as an opaque reference; null where no personal ID was given. @throws ProblemError 404 */
  getRef(dossierId: string): Promise<ApplicantRef> {
    return inTransaction(
      this.pool,
      async (transaction) => {
        if ((await findDossier(transaction, dossierId)) === undefined) throw unknownDossier();
        const [applicantRef, ...otherRefs] = (await this.applicants.listRefs(transaction, dossierId)) ?? [];
        return { dossierId, applicantRef: applicantRef ?? null, keyId: this.applicants.hashKeyId, otherRefs };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }
}
