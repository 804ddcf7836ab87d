import type { Transaction } from '@motcua/postgres';
import type { ApplicantCipher } from '../applicants/applicant-cipher.ts';

/** Reasons in words may name people: they stay here, encrypted like applicants, and in no event. */
export class ReasonStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  async insert(transaction: Transaction, dossierId: string, version: number, text: string): Promise<void> {
    const stored = this.cipher.encrypt(text, placeOf(dossierId, version));
    await transaction.execute('INSERT INTO reason (dossier_id, version, key_id, text) VALUES ($1, $2, $3, $4)', [
      dossierId,
      version,
      this.cipher.activeKeyId,
      stored,
    ]);
  }

  /** The reasons of a dossier by the version they belong to. */
  async list(transaction: Transaction, dossierId: string): Promise<ReadonlyMap<number, string>> {
    const rows = await transaction.query<{ version: number; key_id: string; text: Buffer }>(
      'SELECT version, key_id, text FROM reason WHERE dossier_id = $1',
      [dossierId],
    );
    return new Map(
      rows.map(({ version, key_id, text }) => [version, this.cipher.decrypt(text, placeOf(dossierId, version), key_id)]),
    );
  }
}

export const placeOf = (dossierId: string, version: number): string => `${dossierId}/reason/${version}`;
