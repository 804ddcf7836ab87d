import { ColumnCipher, reasonPlaces, type Transaction } from '@motcua/postgres';
import { EncryptedTables, type EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';

/** Which overdue cause a reason in words belongs to. */
export interface ClassifiedDossier {
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

/** Reasons in words may name people: they stay here, encrypted, and in no overdue cause, event or stored answer. */
@Injectable()
export class CauseReasonStore {
  constructor(
    private readonly cipher: ColumnCipher,
    encrypted: EncryptedTables,
  ) {
    encrypted.add(table);
  }

  async insert(transaction: Transaction, classified: ClassifiedDossier, text: string): Promise<void> {
    await transaction.execute('INSERT INTO sla.verdict_reason (dossier_id, judgement, key_id, text) VALUES ($1, $2, $3, $4)', [
      classified.dossierId,
      classified.judgement,
      this.cipher.activeKeyId,
      this.cipher.encrypt(text, reasonPlaces.sla(classified.dossierId, classified.judgement)),
    ]);
  }

  /** What was said with the overdue cause; undefined: nothing. */
  async find(transaction: Transaction, classified: ClassifiedDossier): Promise<string | undefined> {
    const [row] = await transaction.query<{ key_id: string; text: Buffer }>(
      'SELECT key_id, text FROM sla.verdict_reason WHERE dossier_id = $1 AND judgement = $2',
      [classified.dossierId, classified.judgement],
    );
    return row === undefined
      ? undefined
      : this.cipher.decrypt(row.text, reasonPlaces.sla(classified.dossierId, classified.judgement), row.key_id);
  }
}
