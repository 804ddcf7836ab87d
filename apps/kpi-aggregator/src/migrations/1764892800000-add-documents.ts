import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellDocuments, documentFlags, documentMeasures, factDocuments } from './projection-tables.ts';

/** What is there of the documents, a third stream into facts and cells of both slots. */
export class AddDocuments1764892800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factDocuments(0), factDocuments(1), cellDocuments(0), cellDocuments(1)])
      await runner.query(statement);
  }

  /** Of what waits for its dossier a verdict stays. */
  async down(runner: QueryRunner): Promise<void> {
    const drop = (columns: readonly string[]): string => columns.map((column) => `DROP COLUMN ${column}`).join(', ');
    for (const tableSet of [0, 1]) {
      await runner.query(`DELETE FROM kpi.fact_${tableSet} WHERE version = 0 AND judgement = 0`);
      await runner.query(`ALTER TABLE kpi.fact_${tableSet} ${drop(['digitization_version', ...documentFlags])}`);
      await runner.query(`ALTER TABLE kpi.cell_${tableSet} ${drop(documentMeasures)}`);
    }
  }
}
