import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of a file's signatures, in place of "it has one", which nobody had checked: such a file is unverified from now on. The
 * documents of a dossier say the same of each of their files.
 */
export class TellSignatures1764979200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE digitization.file ADD COLUMN signed boolean NOT NULL DEFAULT false`);
    await runner.query(`UPDATE digitization.file SET signed = true WHERE signature IN ('unverified', 'verified')`);
    await runner.query(
      'ALTER TABLE digitization.file ALTER signed DROP DEFAULT, DROP COLUMN signature, DROP COLUMN signature_reason',
    );
  }
}

/** `"signed": …` is a boolean of a file and of nothing else in these documents, so that they can be rewritten as text. */
const statements = [
  `ALTER TABLE digitization.file ADD COLUMN signature text NOT NULL DEFAULT 'none'
     CHECK (signature IN ('none', 'broken', 'unverified', 'verified')), ADD COLUMN signature_reason text`,
  `UPDATE digitization.file SET signature = 'unverified',
     signature_reason = CASE WHEN held_by IS NULL THEN 'revocation-unknown' ELSE 'claimed-by-archive' END WHERE signed`,
  `ALTER TABLE digitization.file ALTER signature DROP DEFAULT, ALTER signed DROP NOT NULL`,
  `UPDATE digitization.dossier SET documents = jsonb_set(
     replace(replace(documents::text, '"signed": true', '"signature": "unverified"'), '"signed": false', '"signature": "none"')::jsonb,
     '{brokenFiles}', '[]')`,
  `COMMENT ON COLUMN digitization.file.signed IS 'Not written any more: signature says it.'`,
];
