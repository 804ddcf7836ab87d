import { consumerOffsetTables, deadLetterTables } from '@motcua/kafka';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellTable, dimensionTables, factTable, slotTable } from './projection-tables.ts';

/** Facts and cells in two slots (a rebuild fills the idle one), the words they share, offsets and parked events. */
export class CreateProjection1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const own = [dimensionTables, slotTable, factTable(0), factTable(1), cellTable(0), cellTable(1)];
    for (const statement of [...own, consumerOffsetTables('kpi'), deadLetterTables('kpi')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA kpi CASCADE');
  }
}
