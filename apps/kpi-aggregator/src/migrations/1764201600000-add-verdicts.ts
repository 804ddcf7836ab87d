import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellCauses, factCauses } from './projection-tables.ts';

/** Verdicts on overdue dossiers, a second stream into facts and cells of both slots. */
export class AddVerdicts1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factCauses(0), factCauses(1), cellCauses(0), cellCauses(1)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tableSet of [0, 1]) {
      await runner.query(`DELETE FROM kpi.fact_${tableSet} WHERE version = 0`);
      await runner.query(`ALTER TABLE kpi.fact_${tableSet} DROP COLUMN judgement, DROP COLUMN cause, DROP COLUMN judged_at`);
      for (const cause of ['real', 'sync_lag', 'late_click', 'waiting_citizen', 'configuration', 'calendar'])
        await runner.query(`ALTER TABLE kpi.cell_${tableSet} DROP COLUMN judged_${cause}`);
    }
  }
}
