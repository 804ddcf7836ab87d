import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While hash keys are rotated one citizen has a reference of each: those of the other keys, and which key made the first. */
export class KnowApplicantsBySeveralKeys1765152000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE digitization.dossier ADD COLUMN applicant_other_refs text[], ADD COLUMN applicant_key text');
    await runner.query(
      `CREATE INDEX dossier_applicant_other ON digitization.dossier USING gin (applicant_other_refs)
       WHERE applicant_other_refs IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE digitization.dossier DROP COLUMN applicant_other_refs, DROP COLUMN applicant_key');
  }
}
