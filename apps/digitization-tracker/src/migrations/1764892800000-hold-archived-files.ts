import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files that an earlier system digitized and keeps: they count, their content is not here. `sha256` goes on naming contents of our own
 * store and nothing else, so that what looks after contents need not know of them.
 */
export class HoldArchivedFiles1764892800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX digitization.dossier_source_code');
    await runner.query('DELETE FROM digitization.erasure WHERE held_by IS NOT NULL');
    await runner.query('DELETE FROM digitization.file WHERE held_by IS NOT NULL');
    await runner.query(
      `ALTER TABLE digitization.erasure DROP COLUMN held_by, ALTER sha256 SET NOT NULL, ALTER bytes SET NOT NULL`,
    );
    await runner.query(`ALTER TABLE digitization.file DROP COLUMN held_by, DROP COLUMN held_href, DROP COLUMN held_sha256,
      DROP CONSTRAINT file_is_examined, ALTER sha256 SET NOT NULL, ALTER bytes SET NOT NULL, ALTER media_type SET NOT NULL,
      ALTER pages SET NOT NULL`);
  }
}

const statements = [
  `ALTER TABLE digitization.file
     ALTER sha256 DROP NOT NULL, ALTER bytes DROP NOT NULL, ALTER media_type DROP NOT NULL, ALTER pages DROP NOT NULL,
     ADD COLUMN held_by text, ADD COLUMN held_href text, ADD COLUMN held_sha256 text,
     ADD CONSTRAINT file_is_somewhere CHECK ((sha256 IS NULL) = (held_by IS NOT NULL)),
     ADD CONSTRAINT file_is_examined CHECK (sha256 IS NULL OR num_nulls(bytes, media_type, pages) = 0)`,
  `COMMENT ON COLUMN digitization.file.sha256 IS 'Names the content in the store; null: an archive keeps it.'`,
  `COMMENT ON COLUMN digitization.file.held_href IS 'Where the archive has it; forgotten when the purpose has ended.'`,
  `COMMENT ON COLUMN digitization.file.held_sha256 IS 'As the archive told; nothing here was hashed.'`,
  `ALTER TABLE digitization.erasure ALTER sha256 DROP NOT NULL, ALTER bytes DROP NOT NULL, ADD COLUMN held_by text`,
  `CREATE INDEX dossier_source_code ON digitization.dossier ((subject ->> 'sourceCode'))`,
];
