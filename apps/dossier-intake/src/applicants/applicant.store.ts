import type { Applicant, ApplicantContact } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { ApplicantCipher } from './applicant-cipher.ts';
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
  readonly language: 'vi' | 'en' | null;
  readonly zalo_consent: boolean | null;
}

type Contact = Omit<ApplicantContact, 'dossierId' | 'ratingToken'>;
type ContactRow = Pick<ApplicantRow, 'key_id' | 'name' | 'phone' | 'email' | 'language' | 'zalo_consent'>;

/** The applicant of each dossier: the only place that knows one. */
export class ApplicantStore {
  constructor(private readonly cipher: ApplicantCipher) {}

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
      language: language ?? null,
      zalo_consent: zaloConsent ?? null,
    };
  }

  async insert(transaction: Transaction, dossierId: string, applicant: Applicant): Promise<void> {
    const row = this.toRow(dossierId, applicant);
    await transaction.execute(insertStatement, [dossierId, ...columns.map((column) => row[column])]);
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

  /** An opaque reference, the same for all dossiers of one personal ID; null where none was given. Nothing is decrypted. */
  async findRef(transaction: Transaction, dossierId: string): Promise<string | null> {
    const [row] = await transaction.query<{ id_number_hash: Buffer | null }>(findRefStatement, [dossierId]);
    const hash = row?.id_number_hash ?? null;
    return hash === null ? null : this.cipher.refer('digitization', hash);
  }

  /** What a search text hashes to, as a phone number and as an ID number. */
  toSearchHashes(text: string): { readonly phone: Buffer; readonly idNumber: Buffer } {
    return {
      phone: this.cipher.hash('phone', normalisePhone(text)),
      idNumber: this.cipher.hash('id-number', normaliseIdNumber(text)),
    };
  }
}

const placeOf = (dossierId: string, column: string): string => `${dossierId}/${column}`;

const columns = [
  'key_id',
  'name',
  'id_number',
  'phone',
  'email',
  'address',
  'id_number_hash',
  'phone_hash',
  'language',
  'zalo_consent',
] as const;
const findStatement = { name: 'applicant.find', text: `SELECT ${columns.join(', ')} FROM applicant WHERE dossier_id = $1` };
const findContactStatement = {
  name: 'applicant.find-contact',
  text: 'SELECT key_id, name, phone, email, language, zalo_consent FROM applicant WHERE dossier_id = $1',
};
const findRefStatement = { name: 'applicant.find-ref', text: 'SELECT id_number_hash FROM applicant WHERE dossier_id = $1' };
const insertStatement = {
  name: 'applicant.insert',
  text: `INSERT INTO applicant (dossier_id, ${columns.join(', ')}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
