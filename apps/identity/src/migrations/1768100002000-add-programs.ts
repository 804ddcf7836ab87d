import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** The programs that could sign in when their file was last looked at: of one that has gone or changed, `sid` says which tokens end. */
export class AddPrograms1768100002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.program (
      id text PRIMARY KEY COLLATE "C",
      sid text NOT NULL,
      secret_hash text NOT NULL,
      post jsonb NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schema}.program`);
  }
}
