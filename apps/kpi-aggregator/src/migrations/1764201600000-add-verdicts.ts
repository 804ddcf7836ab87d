import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellVerdicts, factVerdicts } from './projection-tables.ts';

/** Verdicts on overdue dossiers, a second stream into facts and cells of both slots. */
export class AddVerdicts1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factVerdicts(0), factVerdicts(1), cellVerdicts(0), cellVerdicts(1)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const slot of [0, 1]) {
      await runner.query(`DELETE FROM kpi.fact_${slot} WHERE version = 0`);
      await runner.query(`ALTER TABLE kpi.fact_${slot} DROP COLUMN judgement, DROP COLUMN cause, DROP COLUMN judged_at`);
      for (const cause of ['real', 'sync_lag', 'late_click', 'waiting_citizen', 'configuration', 'calendar'])
        await runner.query(`ALTER TABLE kpi.cell_${slot} DROP COLUMN judged_${cause}`);
    }
  }
}
