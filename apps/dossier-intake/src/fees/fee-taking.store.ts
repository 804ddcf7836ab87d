import type { FeeTaking, PaymentWay } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';
import { Injectable } from '@nestjs/common';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';

/** What was taken with a step. Moments in epoch milliseconds, the day a local one of the unit, the amount in đồng. */
export interface NewTaking {
  readonly dossierId: string;
  readonly version: number;
  readonly unit: string;
  readonly path: readonly string[];
  readonly day: string;
  readonly procedure: string;
  readonly officer: string | null;
  readonly way: PaymentWay;
  readonly amount: number;
  readonly takenAt: number;
  readonly recordedAt: number;
  readonly receiptNumber: string | undefined;
}

/** A row as it is read for a list. */
export interface TakingRow extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly version: number;
  readonly code: string | null;
  readonly unit: string;
  readonly procedure: string;
  readonly officer: string | null;
  readonly day: string;
  readonly taken_at: Date;
  readonly recorded_at: Date;
  readonly way: PaymentWay;
  readonly amount: string;
  readonly receipt_key_id: string | null;
  readonly receipt_number: Buffer | null;
  readonly is_cancelled: boolean;
}

const placeOf = (dossierId: string, version: number): string => `${dossierId}/${String(version)}/fee-receipt`;

/** What a rotation of the keys rewrites. */
export const feeTakingTable: EncryptedTable = {
  table: 'fee_taking',
  id: { dossier_id: 'uuid', version: 'int4' },
  keyId: 'receipt_key_id',
  columns: ['receipt_number'],
  place: ({ dossier_id, version }) => placeOf(String(dossier_id), Number(version)),
};

/** Fees as they are taken: written with the step, cancelled with it, and deleted never. */
@Injectable()
export class FeeTakingStore {
  constructor(private readonly cipher: ApplicantCipher) {}

  async insert(transaction: Transaction, taking: NewTaking): Promise<void> {
    const { dossierId, version, receiptNumber } = taking;
    await transaction.execute(insertStatement, [
      ...[dossierId, version, taking.unit, taking.path, taking.day, taking.procedure, taking.officer, taking.way, taking.amount],
      ...[new Date(taking.takenAt).toISOString(), new Date(taking.recordedAt).toISOString()],
      receiptNumber === undefined ? null : this.cipher.activeKeyId,
      receiptNumber === undefined ? null : this.cipher.encrypt(receiptNumber, placeOf(dossierId, version)),
    ]);
  }

  /** The step was taken back, and with it what was taken; nothing where nothing was. */
  async cancel(transaction: Transaction, dossierId: string, version: number): Promise<void> {
    await transaction.execute(cancelStatement, [dossierId, version]);
  }

  /** @param isHandler whether the reader sees the words of dossiers */
  toTaking(row: TakingRow, isHandler: boolean): FeeTaking {
    return {
      dossierId: row.dossier_id,
      version: row.version,
      code: row.code,
      unit: row.unit,
      procedure: row.procedure,
      officer: row.officer,
      day: row.day,
      takenAt: row.taken_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      way: row.way,
      amount: Number(row.amount),
      receiptNumber: this.#readReceipt(row, isHandler),
      isCancelled: row.is_cancelled,
    };
  }

  #readReceipt({ dossier_id, version, receipt_key_id, receipt_number }: TakingRow, isHandler: boolean): string | null {
    if (receipt_number === null || receipt_key_id === null) return null;
    return isHandler ? this.cipher.decrypt(receipt_number, placeOf(dossier_id, version), receipt_key_id) : '***';
  }
}

const insertStatement = {
  name: 'fee-taking.insert',
  text: `INSERT INTO fee_taking (dossier_id, version, unit, path, day, procedure, officer, way, amount, taken_at, recorded_at,
      receipt_key_id, receipt_number)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const cancelStatement = {
  name: 'fee-taking.cancel',
  text: 'UPDATE fee_taking SET is_cancelled = true WHERE dossier_id = $1 AND version = $2',
};
