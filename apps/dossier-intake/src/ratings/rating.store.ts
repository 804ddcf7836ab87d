import type { RatingQuestions } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import type { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import { publishRating, type Rating } from './rating.ts';

const put = {
  name: 'rating.put',
  text: `WITH taken AS (
      INSERT INTO rating (dossier_id, rated_at, recorded_at, local_day, unit, path, satisfied, answers, comment_key_id, comment,
        via, counter_officer, counter_unit)
      VALUES ($1, $2, $3, ($2::timestamptz AT TIME ZONE $4)::date, $5, $6, $7, $8, $9, $10, $12, $13, $14)
      ON CONFLICT (dossier_id) DO NOTHING RETURNING dossier_id)
    INSERT INTO rating_event (dossier_id, body) SELECT dossier_id, $11 FROM taken`,
};

/** What a rotation of the keys rewrites. */
export const ratingTable: EncryptedTable = {
  table: 'rating',
  id: { dossier_id: 'uuid' },
  keyId: 'comment_key_id',
  columns: ['comment'],
  place: ({ dossier_id }) => placeOf(String(dossier_id)),
};

/** Ratings with their outbox. What citizens write may name people: it is kept encrypted, like applicants. */
export class RatingStore {
  constructor(
    private readonly cipher: ApplicantCipher,
    private readonly questions: Pick<RatingQuestions, 'code' | 'version'>,
  ) {}

  /** Writes the rating and its event; the transaction holds the dossier's lock. @returns false where the dossier is rated already */
  async put(transaction: Transaction, rating: Rating): Promise<boolean> {
    const { dossier, ratedAt, recordedAt, satisfied, answers, comment, way } = rating;
    const hasComment = comment !== undefined;
    const written = await transaction.execute(put, [
      dossier.id,
      new Date(ratedAt).toISOString(),
      new Date(recordedAt).toISOString(),
      dossier.setting.timeZone,
      dossier.responsible.code,
      dossier.responsible.path,
      satisfied,
      JSON.stringify(answers),
      hasComment ? this.cipher.activeKeyId : null,
      hasComment ? this.cipher.encrypt(comment, placeOf(dossier.id)) : null,
      JSON.stringify(publishRating(rating, this.questions)),
      way.via,
      way.via === 'counter' ? way.counter.officer : null,
      way.via === 'counter' ? way.counter.unit : null,
    ]);
    return written === 1;
  }

  readComment(dossierId: string, stored: Buffer, keyId: string): string {
    return this.cipher.decrypt(stored, placeOf(dossierId), keyId);
  }
}

export const placeOf = (dossierId: string): string => `${dossierId}/rating`;
