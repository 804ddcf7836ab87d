import { ColumnCipher, reasonPlaces, type Transaction } from '@motcua/postgres';
import { EncryptedTables, type EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';

/** Which verdict a reason in words belongs to. */
export interface Judged {
  readonly dossierId: string;
  readonly judgement: number;
}

const table: EncryptedTable = {
  table: 'verdict_reason',
  id: { dossier_id: 'uuid', judgement: 'int4' },
  keyId: 'key_id',
  columns: ['text'],
  place: ({ dossier_id, judgement }) => reasonPlaces.sla(String(dossier_id), Number(judgement)),
};

/** Reasons in words may name people: they stay here, encrypted, and in no verdict, event or stored answer. */
@Injectable()
export class VerdictReasonStore {
  constructor(
    private readonly cipher: ColumnCipher,
    encrypted: EncryptedTables,
  ) {
    encrypted.add(table);
  }

  async insert(transaction: Transaction, judged: Judged, text: string): Promise<void> {
    await transaction.execute('INSERT INTO sla.verdict_reason (dossier_id, judgement, key_id, text) VALUES ($1, $2, $3, $4)', [
      judged.dossierId,
      judged.judgement,
      this.cipher.activeKeyId,
      this.cipher.encrypt(text, reasonPlaces.sla(judged.dossierId, judged.judgement)),
    ]);
  }

  /** What was said with the verdict; undefined: nothing. */
  async find(transaction: Transaction, judged: Judged): Promise<string | undefined> {
    const [row] = await transaction.query<{ key_id: string; text: Buffer }>(
      'SELECT key_id, text FROM sla.verdict_reason WHERE dossier_id = $1 AND judgement = $2',
      [judged.dossierId, judged.judgement],
    );
    return row === undefined
      ? undefined
      : this.cipher.decrypt(row.text, reasonPlaces.sla(judged.dossierId, judged.judgement), row.key_id);
  }
}
