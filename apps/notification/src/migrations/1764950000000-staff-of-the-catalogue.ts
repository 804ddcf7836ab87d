import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who works where is the catalogue's from now on. What was entered here stays, and counts for whom the catalogue does not know: nobody
 * is left untold between the upgrade and the day on which the staff are in the catalogue. The columns go with a later release.
 */
export class StaffOfTheCatalogue1764950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification.staff
      ALTER COLUMN name DROP NOT NULL, ALTER COLUMN unit DROP NOT NULL, ALTER COLUMN role DROP NOT NULL,
      ALTER COLUMN active SET DEFAULT true`);
    for (const column of ['unit', 'role', 'active'])
      await runner.query(
        `COMMENT ON COLUMN notification.staff.${column} IS 'From before the catalogue had staff; counts for whom it does not know.'`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notification.staff WHERE unit IS NULL OR role IS NULL');
    await runner.query(`ALTER TABLE notification.staff
      ALTER COLUMN unit SET NOT NULL, ALTER COLUMN role SET NOT NULL, ALTER COLUMN active DROP DEFAULT`);
    await runner.query('UPDATE notification.staff SET name = id WHERE name IS NULL');
    await runner.query('ALTER TABLE notification.staff ALTER COLUMN name SET NOT NULL');
  }
}
