import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** What is reported is never changed; an answer is given once. */
export class CreateFigureReports1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.figure_report (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      about jsonb NOT NULL,
      words text NOT NULL,
      reported_by text NOT NULL,
      reported_role text NOT NULL,
      reported_at timestamptz NOT NULL DEFAULT now(),
      outcome text,
      answer text,
      answered_by text,
      answered_at timestamptz,
      CHECK (num_nulls(outcome, answer, answered_by, answered_at) IN (0, 4))
    )`);
    await runner.query(`CREATE INDEX figure_report_open ON ${schema}.figure_report (position DESC) WHERE answered_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schema}.figure_report`);
  }
}
