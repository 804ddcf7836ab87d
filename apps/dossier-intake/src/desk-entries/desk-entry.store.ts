import type { DeskEntry } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import { joinWords, partWords, type Plain, type Words } from './words.ts';

interface DeskEntryRow extends Record<string, unknown> {
  readonly applicant_kind: Plain['applicantKind'];
  readonly components: Plain['components'];
  readonly result_way: Plain['resultWay'];
  readonly fee_amount: string | null;
  readonly fee_paid: boolean | null;
  readonly fee_way: Plain['feeWay'];
  readonly key_id: string;
  readonly words: Buffer;
}

const placeOf = (dossierId: string): string => `${dossierId}/desk-entry`;

/** What a rotation of the keys rewrites. */
export const deskEntryTable: EncryptedTable = {
  table: 'desk_entry',
  id: { dossier_id: 'uuid' },
  keyId: 'key_id',
  columns: ['words'],
  place: ({ dossier_id }) => placeOf(String(dossier_id)),
};

/** What was taken down at the counter for each dossier: its words are sealed as the applicant is, and known here alone. */
@Injectable()
export class DeskEntryStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  async insert(transaction: Transaction, dossierId: string, entry: DeskEntry): Promise<void> {
    const { plain, words } = partWords(entry);
    await transaction.execute(insertStatement, [
      dossierId,
      plain.applicantKind,
      plain.components === null ? null : JSON.stringify(plain.components),
      plain.resultWay,
      plain.feeAmount,
      plain.feePaid,
      plain.feeWay,
      this.cipher.activeKeyId,
      this.cipher.encrypt(JSON.stringify(words), placeOf(dossierId)),
    ]);
  }

  async find(transaction: Transaction, dossierId: string): Promise<DeskEntry | undefined> {
    const [row] = await transaction.query<DeskEntryRow>(findStatement, [dossierId]);
    if (row === undefined) return undefined;
    const words = JSON.parse(this.cipher.decrypt(row.words, placeOf(dossierId), row.key_id)) as Words;
    const plain: Plain = {
      applicantKind: row.applicant_kind,
      components: row.components,
      resultWay: row.result_way,
      feeAmount: row.fee_amount === null ? null : Number(row.fee_amount),
      feePaid: row.fee_paid,
      feeWay: row.fee_way,
    };
    return joinWords(plain, words);
  }
}

const columns = 'applicant_kind, components, result_way, fee_amount, fee_paid, fee_way, key_id, words';
const insertStatement = {
  name: 'desk-entry.insert',
  text: `INSERT INTO desk_entry (dossier_id, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const findStatement = { name: 'desk-entry.find', text: `SELECT ${columns} FROM desk_entry WHERE dossier_id = $1` };
