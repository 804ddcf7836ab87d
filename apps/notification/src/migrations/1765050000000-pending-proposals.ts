import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals whose term runs: that nobody decided on one is no event, so it is told when the term has passed. No personal data. */
export class PendingProposals1765050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE notification.pending_proposal (
      dossier_id uuid        NOT NULL,
      proposal   integer     NOT NULL,
      kind       text        NOT NULL,
      made_by    text        NOT NULL,
      lapses_at  timestamptz NOT NULL,
      PRIMARY KEY (dossier_id, proposal)
    )`);
    await runner.query('CREATE INDEX pending_proposal_term ON notification.pending_proposal (lapses_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification.pending_proposal');
  }
}
