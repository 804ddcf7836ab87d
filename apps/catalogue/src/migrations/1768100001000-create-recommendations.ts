import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** What a delegation recommends is never changed; what is said of it is added. */
export class CreateRecommendations1768100001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.recommendation (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      unit text NOT NULL,
      owner text NOT NULL,
      due date NOT NULL,
      words text NOT NULL,
      document_number text NOT NULL,
      document_date date NOT NULL,
      period_from date NOT NULL,
      period_to date NOT NULL,
      figure text,
      made_by text NOT NULL,
      made_role text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE INDEX recommendation_unit ON ${schema}.recommendation (unit, position DESC)`);
    await runner.query(`CREATE TABLE ${schema}.recommendation_step (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      recommendation uuid NOT NULL REFERENCES ${schema}.recommendation (id),
      status text NOT NULL CHECK (status IN ('in-progress', 'done')),
      words text NOT NULL,
      evidence jsonb NOT NULL,
      said_by text NOT NULL,
      said_role text NOT NULL,
      said_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE INDEX recommendation_step_of ON ${schema}.recommendation_step (recommendation, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schema}.recommendation_step, ${schema}.recommendation`);
  }
}
