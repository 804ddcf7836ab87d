import { createBulkInsert, reasonPlaces, type Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ApplicantCipher } from './applicant-cipher.ts';

export interface NewReason {
  readonly dossierId: string;
  readonly version: number;
  readonly text: string;
}

/** What a rotation of the keys rewrites. */
export const reasonTable: EncryptedTable = {
  table: 'reason',
  id: { dossier_id: 'uuid', version: 'int4' },
  keyId: 'key_id',
  columns: ['text'],
  place: ({ dossier_id, version }) => reasonPlaces.intake(String(dossier_id), Number(version)),
};

const insert = createBulkInsert({
  into: 'reason',
  columns: { dossier_id: 'uuid', version: 'int4', key_id: 'text', text: 'bytea' },
});

/** Reasons in words may name people: they stay here, encrypted like applicants, and in no event. */
@Injectable()
export class ReasonStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  async insertMany(transaction: Transaction, reasons: readonly NewReason[]): Promise<void> {
    await insert(
      transaction,
      reasons.map(({ dossierId, version, text }) => ({
        dossier_id: dossierId,
        version,
        key_id: this.cipher.activeKeyId,
        text: this.cipher.encrypt(text, reasonPlaces.intake(dossierId, version)),
      })),
    );
  }

  /** The reason of one event in words; undefined: none was given, or the event is of another type. */
  async findOf(
    transaction: Transaction,
    { dossierId, version }: Pick<NewReason, 'dossierId' | 'version'>,
    types: readonly string[],
  ): Promise<string | undefined> {
    const [row] = await transaction.query<{ key_id: string; text: Buffer }>(
      'SELECT key_id, text FROM reason JOIN event USING (dossier_id, version) WHERE dossier_id = $1 AND version = $2 AND type = ANY ($3)',
      [dossierId, version, types],
    );
    return row === undefined ? undefined : this.cipher.decrypt(row.text, reasonPlaces.intake(dossierId, version), row.key_id);
  }

  /** The reasons of a dossier by the version they belong to. */
  async list(transaction: Transaction, dossierId: string): Promise<ReadonlyMap<number, string>> {
    const rows = await transaction.query<{ version: number; key_id: string; text: Buffer }>(
      'SELECT version, key_id, text FROM reason WHERE dossier_id = $1',
      [dossierId],
    );
    return new Map(
      rows.map(({ version, key_id, text }) => [
        version,
        this.cipher.decrypt(text, reasonPlaces.intake(dossierId, version), key_id),
      ]),
    );
  }
}
