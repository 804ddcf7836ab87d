import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change of a calendar is work that outlives a process: which versions were noticed, which dossiers each moves, how far it is.
 * `planned`, `done` and `skipped` are counts; the rows of the plan stay, and say later which dossiers a change moved.
 */
export class CreateCalendarChangeTables1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_change_dossier, calendar_change');
  }
}

const tables = [
  `CREATE TABLE calendar_change (
     calendar_id text NOT NULL,
     version integer NOT NULL,
     state text NOT NULL CHECK (state IN ('planning', 'applying', 'done', 'superseded')),
     noticed_at timestamptz NOT NULL DEFAULT now(),
     finished_at timestamptz,
     planned integer NOT NULL DEFAULT 0,
     done integer NOT NULL DEFAULT 0,
     skipped integer NOT NULL DEFAULT 0,
     PRIMARY KEY (calendar_id, version)
   )`,
  `CREATE TABLE calendar_change_dossier (
     calendar_id text NOT NULL,
     version integer NOT NULL,
     dossier_id uuid NOT NULL,
     unit text NOT NULL,
     state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'skipped')),
     PRIMARY KEY (calendar_id, version, dossier_id),
     FOREIGN KEY (calendar_id, version) REFERENCES calendar_change
   )`,
  `CREATE INDEX calendar_change_dossier_planned ON calendar_change_dossier (calendar_id, version, dossier_id) WHERE state = 'planned'`,
];
