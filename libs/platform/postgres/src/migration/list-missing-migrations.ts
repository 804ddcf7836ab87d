import type { Pool } from 'pg';
import type { MigrationInterface } from 'typeorm';
import { sqlStateOf } from '../sql-state.ts';
import { identifier } from './identifier.ts';

export type MigrationClass = new () => MigrationInterface;

/** As the migrations' table names it. */
export const toMigrationName = (migration: MigrationClass): string => new migration().name ?? migration.name;

/** No table, no schema, or no right to look: the last migration run was before services looked. */
const notMigrated = new Set(['42P01', '3F000', '42501']);

/** Which of these migrations have not run in a schema, by name. Asked with the rights of the service. @throws where nobody answers */
export async function listMissingMigrations(
  pool: Pool,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<readonly string[]> {
  const wanted = migrations.map(toMigrationName);
  try {
    const { rows } = await pool.query<{ name: string }>(`SELECT name FROM ${identifier(schema)}.migration`);
    const ran = new Set(rows.map(({ name }) => name));
    return wanted.filter((name) => !ran.has(name));
  } catch (error) {
    if (notMigrated.has(sqlStateOf(error) ?? '')) return wanted;
    throw error;
  }
}
