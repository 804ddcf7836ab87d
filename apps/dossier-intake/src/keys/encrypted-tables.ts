import { reasonPlaces } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { placeOf, type ApplicantStore } from '../applicants/applicant.store.ts';
import type { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import { placeOf as placeOfRating } from '../ratings/rating.store.ts';

/** Everything that is encrypted here. What is not in this list is not rotated, and its key could never be removed. */
export const listEncryptedTables = (cipher: ApplicantCipher, applicants: ApplicantStore): readonly EncryptedTable[] => [
  {
    table: 'applicant',
    id: { dossier_id: 'uuid' },
    keyId: 'key_id',
    columns: ['name', 'id_number', 'phone', 'email', 'address'],
    place: ({ dossier_id }, column) => placeOf(String(dossier_id), column),
    derived: {
      variable: 'APPLICANT_HASH_KEY',
      keyIds: cipher.hashKeyIds,
      activeKeyId: cipher.activeHashKeyId,
      keyId: 'hash_key_id',
      columns: ['id_number_hash', 'phone_hash'],
      derive: (texts) => applicants.toHashes(texts),
    },
  },
  {
    table: 'reason',
    id: { dossier_id: 'uuid', version: 'int4' },
    keyId: 'key_id',
    columns: ['text'],
    place: ({ dossier_id, version }) => reasonPlaces.intake(String(dossier_id), Number(version)),
  },
  {
    table: 'rating',
    id: { dossier_id: 'uuid' },
    keyId: 'comment_key_id',
    columns: ['comment'],
    place: ({ dossier_id }) => placeOfRating(String(dossier_id)),
  },
];
