import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a decision, so that it can be listed by unit; what was proposed is in the dossier's state, its history in the events. */
export class CreateProposalTable1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE proposal (
      dossier_id uuid NOT NULL,
      version integer NOT NULL,
      made_at timestamptz NOT NULL,
      lapses_at timestamptz NOT NULL,
      PRIMARY KEY (dossier_id, version)
    )`);
    await runner.query('CREATE INDEX proposal_order ON proposal (made_at, dossier_id, version)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposal');
  }
}
