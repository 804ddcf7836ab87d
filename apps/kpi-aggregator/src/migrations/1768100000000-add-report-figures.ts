import type { MigrationInterface, QueryRunner } from 'typeorm';
import { institutionalTable, ratingTable } from './projection-tables.ts';

/** Ratings and institutional figures, in tables of their own in both table sets. What was published before comes by a rebuild. */
export class AddReportFigures1768100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ratingTable(0), ratingTable(1), institutionalTable(0), institutionalTable(1)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kpi.rating_0, kpi.rating_1, kpi.institutional_0, kpi.institutional_1');
  }
}
