import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That an applicant's data were erased, are asked to be, or were corrected: who, when, why, which fields, and nothing of what stood there.
 * Each request is a row of its own: what was written after an erasure may be asked for too, and a rejection is not lost to the next request.
 * `applicant_change` is read by the services that keep something of applicants, in the order of its positions.
 */
export class CreateApplicantRights1766900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applicant_erasure, applicant_change');
  }
}

const statements = [
  `CREATE TABLE applicant_erasure (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     dossier_id uuid NOT NULL,
     state text NOT NULL CHECK (state IN ('waiting', 'erased', 'rejected')),
     ground text NOT NULL,
     asked_by text,
     asked_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     CHECK ((state = 'waiting') = (decided_at IS NULL)),
     CHECK (asked_by IS DISTINCT FROM decided_by OR asked_by IS NULL)
   )`,
  'CREATE INDEX applicant_erasure_dossier ON applicant_erasure (dossier_id)',
  `CREATE UNIQUE INDEX applicant_erasure_once ON applicant_erasure (dossier_id) WHERE state = 'waiting'`,
  `CREATE INDEX applicant_erasure_waiting ON applicant_erasure (asked_at) WHERE state = 'waiting'`,
  `CREATE TABLE applicant_change (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     dossier_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('corrected', 'erased')),
     ground text,
     fields text[] NOT NULL DEFAULT '{}',
     made_by text,
     made_at timestamptz NOT NULL
   )`,
];
