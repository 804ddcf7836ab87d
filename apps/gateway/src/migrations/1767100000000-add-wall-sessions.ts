import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** A session that was left at a screen on a wall: nobody uses it, and it reads the board alone. */
export class AddWallSessions1767100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ${schema}.session ADD COLUMN is_wall boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ${schema}.session DROP COLUMN is_wall`);
  }
}
