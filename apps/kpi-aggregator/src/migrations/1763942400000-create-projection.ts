import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellTable, dimensionTables, factTable, slotTable } from './projection-tables.ts';

/** Facts and cells in two slots (a rebuild fills the idle one), and the words they share. */
export class CreateProjection1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const own = [dimensionTables, slotTable, factTable(0), factTable(1), cellTable(0), cellTable(1)];
    for (const statement of own) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA kpi CASCADE');
  }
}
