import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellSignedResult, factSignedResult } from './projection-tables.ts';

/** Results whose signature was verified. No event before told of one, so that nothing has to be built anew. */
export class AddSignedResults1765238400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factSignedResult(0), factSignedResult(1), cellSignedResult(0), cellSignedResult(1)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tableSet of [0, 1]) {
      await runner.query(`ALTER TABLE kpi.fact_${tableSet} DROP COLUMN has_signed_result`);
      await runner.query(`ALTER TABLE kpi.cell_${tableSet} DROP COLUMN finished_signed_result`);
    }
  }
}
