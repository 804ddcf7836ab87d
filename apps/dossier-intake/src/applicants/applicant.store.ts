import type { Applicant, ApplicantContact } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ApplicantCipher } from './applicant-cipher.ts';
import { normaliseIdNumber, normalisePhone } from './normalise.ts';

/** A row of `applicant`: nothing in it can be read without the keys. */
export interface ApplicantRow {
  readonly key_id: string;
  readonly name: Buffer;
  readonly id_number: Buffer | null;
  readonly phone: Buffer | null;
  readonly email: Buffer | null;
  readonly address: Buffer | null;
  readonly id_number_hash: Buffer | null;
  readonly phone_hash: Buffer | null;
  readonly hash_key_id: string;
  readonly language: 'vi' | 'en' | null;
  readonly zalo_consent: boolean | null;
}

type Contact = Omit<ApplicantContact, 'dossierId' | 'ratingToken' | 'reasonText' | 'papers' | 'payment'>;
type RefRow = Pick<ApplicantRow, 'key_id' | 'id_number' | 'id_number_hash' | 'hash_key_id'> & Record<string, unknown>;
type ContactRow = Pick<ApplicantRow, 'key_id' | 'name' | 'phone' | 'email' | 'language' | 'zalo_consent'>;

/** What a rotation of the keys rewrites. */
export const toApplicantTable = (cipher: ApplicantCipher, applicants: ApplicantStore): EncryptedTable => ({
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
});

/** The applicant of each dossier: the only place that knows one. */
@Injectable()
export class ApplicantStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  /** The hash key that references are made with. */
  get hashKeyId(): string {
    return this.cipher.activeHashKeyId;
  }

  /** The row to write beside a new dossier. */
  toRow(dossierId: string, { name, idNumber, phone, email, address, language, zaloConsent }: Applicant): ApplicantRow {
    const encrypt = (column: string, text: string | undefined): Buffer | null =>
      text === undefined ? null : this.cipher.encrypt(text, placeOf(dossierId, column));
    return {
      key_id: this.cipher.activeKeyId,
      name: this.cipher.encrypt(name, placeOf(dossierId, 'name')),
      id_number: encrypt('id_number', idNumber),
      phone: encrypt('phone', phone),
      email: encrypt('email', email),
      address: encrypt('address', address),
      id_number_hash: idNumber === undefined ? null : this.cipher.hash('id-number', normaliseIdNumber(idNumber)),
      phone_hash: phone === undefined ? null : this.cipher.hash('phone', normalisePhone(phone)),
      hash_key_id: this.cipher.activeHashKeyId,
      language: language ?? null,
      zalo_consent: zaloConsent ?? null,
    };
  }

  async insert(transaction: Transaction, dossierId: string, applicant: Applicant): Promise<void> {
    const row = this.toRow(dossierId, applicant);
    await transaction.execute(insertStatement, [dossierId, ...columns.map((column) => row[column])]);
  }

  /** Whole: what is left out is known no more. */
  async replace(transaction: Transaction, dossierId: string, applicant: Applicant): Promise<void> {
    await transaction.execute('DELETE FROM applicant WHERE dossier_id = $1', [dossierId]);
    await this.insert(transaction, dossierId, applicant);
  }

  async find(transaction: Transaction, dossierId: string): Promise<Applicant | undefined> {
    const [row] = await transaction.query<ApplicantRow & Record<string, unknown>>(findStatement, [dossierId]);
    if (row === undefined) return undefined;
    const decrypt = (column: 'id_number' | 'phone' | 'email' | 'address'): string | undefined => {
      const stored = row[column];
      return stored === null ? undefined : this.cipher.decrypt(stored, placeOf(dossierId, column), row.key_id);
    };
    const [idNumber, phone, email, address] = [decrypt('id_number'), decrypt('phone'), decrypt('email'), decrypt('address')];
    return {
      name: this.cipher.decrypt(row.name, placeOf(dossierId, 'name'), row.key_id),
      ...(idNumber === undefined ? {} : { idNumber }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      ...(address === undefined ? {} : { address }),
      ...(row.language === null ? {} : { language: row.language }),
      ...(row.zalo_consent === null ? {} : { zaloConsent: row.zalo_consent }),
    };
  }

  /** The names of the applicants of several dossiers, by dossier; one that names nobody is absent. Nothing else is decrypted. */
  async listNames(transaction: Transaction, dossierIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await transaction.query<Pick<ApplicantRow, 'key_id' | 'name'> & { readonly dossier_id: string }>(
      listNamesStatement,
      [dossierIds],
    );
    return new Map(
      rows.map(({ dossier_id, name, key_id }) => [dossier_id, this.cipher.decrypt(name, placeOf(dossier_id, 'name'), key_id)]),
    );
  }

  /** How the applicant is reached, and nothing more of him is decrypted; undefined where the dossier names none. */
  async findContact(transaction: Transaction, dossierId: string): Promise<Contact | undefined> {
    const [row] = await transaction.query<ContactRow & Record<string, unknown>>(findContactStatement, [dossierId]);
    if (row === undefined) return undefined;
    const decrypt = (column: 'phone' | 'email'): string | null => {
      const stored = row[column];
      return stored === null ? null : this.cipher.decrypt(stored, placeOf(dossierId, column), row.key_id);
    };
    return {
      name: this.cipher.decrypt(row.name, placeOf(dossierId, 'name'), row.key_id),
      phone: decrypt('phone'),
      email: decrypt('email'),
      language: row.language,
      zaloConsent: row.zalo_consent,
    };
  }

  /**
   * Opaque references, the same for all dossiers of one personal ID: one of each live hash key, the active one's first; undefined where
   * none was given. The number is decrypted only while several keys are live, or where an older one hashed it.
   */
  async listRefs(transaction: Transaction, dossierId: string): Promise<readonly [string, ...string[]] | undefined> {
    const [row] = await transaction.query<RefRow>(findRefStatement, [dossierId]);
    const { cipher } = this;
    if (row === undefined || row.id_number_hash === null) return undefined;
    const [active = '', ...others] = cipher.hashKeyIds;
    if (others.length === 0 && row.hash_key_id === active) return [cipher.refer('digitization', row.id_number_hash)];
    if (row.id_number === null) throw new Error('an ID number was hashed and not stored');
    const idNumber = normaliseIdNumber(cipher.decrypt(row.id_number, placeOf(dossierId, 'id_number'), row.key_id));
    const toRef = (keyId: string): string => cipher.refer('digitization', cipher.hash('id-number', idNumber, keyId), keyId);
    return [toRef(active), ...others.map(toRef)];
  }

  /** What a search text hashes to, as a phone number and as an ID number, by each live key. */
  toSearchHashes(text: string): { readonly phone: readonly Buffer[]; readonly idNumber: readonly Buffer[] } {
    const { cipher } = this;
    return {
      phone: cipher.hashKeyIds.map((keyId) => cipher.hash('phone', normalisePhone(text), keyId)),
      idNumber: cipher.hashKeyIds.map((keyId) => cipher.hash('id-number', normaliseIdNumber(text), keyId)),
    };
  }

  /** For who hashes a row anew. */
  toHashes({ id_number: idNumber = null, phone = null }: Readonly<Record<string, string | null>>) {
    return {
      id_number_hash: idNumber === null ? null : this.cipher.hash('id-number', normaliseIdNumber(idNumber)),
      phone_hash: phone === null ? null : this.cipher.hash('phone', normalisePhone(phone)),
    };
  }
}

export const placeOf = (dossierId: string, column: string): string => `${dossierId}/${column}`;

const columns = [
  'key_id',
  'name',
  'id_number',
  'phone',
  'email',
  'address',
  'id_number_hash',
  'phone_hash',
  'hash_key_id',
  'language',
  'zalo_consent',
] as const;
const findStatement = { name: 'applicant.find', text: `SELECT ${columns.join(', ')} FROM applicant WHERE dossier_id = $1` };
const listNamesStatement = {
  name: 'applicant.list-names',
  text: 'SELECT dossier_id, key_id, name FROM applicant WHERE dossier_id = ANY ($1)',
};
const findContactStatement = {
  name: 'applicant.find-contact',
  text: 'SELECT key_id, name, phone, email, language, zalo_consent FROM applicant WHERE dossier_id = $1',
};
const findRefStatement = {
  name: 'applicant.find-ref',
  text: 'SELECT key_id, id_number, id_number_hash, hash_key_id FROM applicant WHERE dossier_id = $1',
};
const insertStatement = {
  name: 'applicant.insert',
  text: `INSERT INTO applicant (dossier_id, ${columns.join(', ')}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
