import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reform is work that outlives a process: what the file says, which dossiers it moves, how far it is. Its counts are those of the rows of
 * `reform_dossier`. `swept_xid` and `swept_position` say how far events were looked through for dossiers that came to an ended unit afterwards;
 * `swept_store` of which store that is, as the relay names it.
 */
export class CreateReformTables1767900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reform_dossier, reform');
  }
}

const tables = [
  `CREATE TABLE reform (
     id text PRIMARY KEY,
     digest text NOT NULL,
     document jsonb NOT NULL,
     catalogue jsonb NOT NULL,
     ending text[] NOT NULL,
     effective_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('planning', 'applying', 'applied', 'confirmed', 'reverting', 'reverted')),
     applied_by text NOT NULL,
     applied_at timestamptz NOT NULL,
     confirmed_by text,
     confirmed_at timestamptz,
     reverted_by text,
     reverted_at timestamptz,
     swept_xid xid8,
     swept_position bigint,
     swept_store text
   )`,
  `CREATE TABLE reform_dossier (
     reform_id text NOT NULL REFERENCES reform,
     dossier_id uuid NOT NULL,
     state text NOT NULL CHECK (state IN ('planned', 'moved', 'skipped', 'unmapped', 'returned')),
     from_unit text,
     to_unit text,
     from_handling text,
     to_handling text,
     PRIMARY KEY (reform_id, dossier_id)
   )`,
  `CREATE INDEX reform_dossier_waiting ON reform_dossier (reform_id, state, dossier_id) WHERE state IN ('planned', 'moved')`,
];
