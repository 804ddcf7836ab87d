import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asked for an erasure may take that back while nobody has decided; whoever rejects one may say why the data are kept. */
export class TakeErasuresBack1768300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applicant_erasure
      DROP CONSTRAINT applicant_erasure_state_check,
      DROP CONSTRAINT applicant_erasure_check1,
      ADD COLUMN kept_because text CHECK (kept_because IS NULL OR state = 'rejected'),
      ADD CONSTRAINT applicant_erasure_state CHECK (state IN ('waiting', 'erased', 'rejected', 'taken-back')),
      ADD CONSTRAINT applicant_erasure_two_persons
        CHECK (asked_by IS NULL OR (asked_by IS NOT DISTINCT FROM decided_by) = (state = 'taken-back'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM applicant_erasure WHERE state = 'taken-back'`);
    await runner.query(`ALTER TABLE applicant_erasure
      DROP COLUMN kept_because,
      DROP CONSTRAINT applicant_erasure_state,
      DROP CONSTRAINT applicant_erasure_two_persons,
      ADD CONSTRAINT applicant_erasure_state_check CHECK (state IN ('waiting', 'erased', 'rejected')),
      ADD CONSTRAINT applicant_erasure_check1 CHECK (asked_by IS DISTINCT FROM decided_by OR asked_by IS NULL)`);
  }
}
