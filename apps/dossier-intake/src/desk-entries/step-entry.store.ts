import type { StepEntry } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';

interface StepEntryRow extends Record<string, unknown> {
  readonly version: number;
  readonly key_id: string;
  readonly words: Buffer;
}

const placeOf = (dossierId: string, version: number): string => `${dossierId}/${version}/step-entry`;

/** What a rotation of the keys rewrites. */
export const stepEntryTable: EncryptedTable = {
  table: 'step_entry',
  id: { dossier_id: 'uuid', version: 'int4' },
  keyId: 'key_id',
  columns: ['words'],
  place: ({ dossier_id, version }) => placeOf(String(dossier_id), Number(version)),
};

/** What was taken down with a step of a dossier: nothing counts it, so that all of it is sealed. */
@Injectable()
export class StepEntryStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  async insert(transaction: Transaction, dossierId: string, version: number, entry: StepEntry): Promise<void> {
    const words = this.cipher.encrypt(JSON.stringify(entry), placeOf(dossierId, version));
    await transaction.execute(insertStatement, [dossierId, version, this.cipher.activeKeyId, words]);
  }

  /** Those of a dossier, by the version they belong to. */
  async list(transaction: Transaction, dossierId: string): Promise<ReadonlyMap<number, StepEntry>> {
    const rows = await transaction.query<StepEntryRow>(listStatement, [dossierId]);
    return new Map(
      rows.map(({ version, key_id, words }) => [
        version,
        JSON.parse(this.cipher.decrypt(words, placeOf(dossierId, version), key_id)) as StepEntry,
      ]),
    );
  }
}

const insertStatement = {
  name: 'step-entry.insert',
  text: 'INSERT INTO step_entry (dossier_id, version, key_id, words) VALUES ($1, $2, $3, $4)',
};
const listStatement = {
  name: 'step-entry.list',
  text: 'SELECT version, key_id, words FROM step_entry WHERE dossier_id = $1',
};
