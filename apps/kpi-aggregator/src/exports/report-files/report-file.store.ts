import type { ReportFile } from '@motcua/contracts';
import { POOL } from '@motcua/service';
import type { KeepHash } from '@motcua/tables';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';

/** What a file is of, before its hash is known. */
export type FileSubject = Omit<ReportFile, 'hash'>;

/** Hashes of files that were written here. */
@Injectable()
export class ReportFileStore {
  readonly #pool: Pool;

  constructor(@Inject(POOL) pool: Pool) {
    this.#pool = pool;
  }

  /** Keeps the hash of a file of that subject. The same content twice is the same file. */
  keep({ name, unit, period, asOf, writtenAt }: FileSubject): KeepHash {
    return async (hash) => {
      await this.#pool.query(
        `INSERT INTO kpi.report_file (hash, name, unit, period, as_of, written_at)
         VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7) ON CONFLICT (hash) DO NOTHING`,
        [hash, name, unit, period.from, period.to, asOf, writtenAt],
      );
    };
  }

  async find(hash: string): Promise<ReportFile | undefined> {
    const { rows } = await this.#pool.query<FileRow>(
      `SELECT hash, name, unit, lower(period)::text AS "from", (upper(period) - 1)::text AS "to", as_of, written_at
       FROM kpi.report_file WHERE hash = $1`,
      [hash],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { from, to, as_of: asOf, written_at: writtenAt, ...file } = row;
    return { ...file, period: { from, to }, asOf: asOf.toISOString(), writtenAt: writtenAt.toISOString() };
  }
}

interface FileRow {
  readonly hash: string;
  readonly name: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly as_of: Date;
  readonly written_at: Date;
}
