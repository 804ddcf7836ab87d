import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factOfficer } from './projection-tables.ts';

/** Who is in charge of a dossier. What was projected before knows nobody until a rebuild, or the dossier's next event. */
export class AddOfficers1765152000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factOfficer(0), factOfficer(1)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tableSet of [0, 1]) await runner.query(`ALTER TABLE kpi.fact_${tableSet} DROP COLUMN officer`);
  }
}
