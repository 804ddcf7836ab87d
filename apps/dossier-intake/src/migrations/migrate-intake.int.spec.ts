import { connectTestDatabase, testRolePassword, type ConnectedTestDatabase } from '@motcua/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { migrateIntake } from './migrate-intake.ts';
import { RecordRatingWays1764500000000 } from './1764500000000-record-rating-ways.ts';

let database: ConnectedTestDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
}, 60_000);
afterAll(() => database.drop());

const as = async (role: string, sql: string): Promise<string> => {
  await database.client.query(`SET ROLE ${role}`);
  try {
    await database.client.query(sql);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await database.client.query('RESET ROLE');
  }
};

describe('the migration', () => {
  it('may be repeated', async () => {
    expect(await migrateIntake(database.url, testRolePassword)).toEqual([
      'CreateOutboxTables1760000001000',
      'CreateIdempotencyTable1760000003000',
      'CreateDossierTables1764000000000',
      'AddContactWishes1764100000000',
      'CreateCalendarChangeTables1764200000000',
      'CreateRatingTables1764300000000',
      'CreateProposalTable1764350000000',
      'CreateImportSessions1764450000000',
      'RecordRatingWays1764500000000',
      'AddHashKey1765100000000',
      'CreateReferenceTables1765300000000',
      'CreateAuditLog1765400000000',
      'CreateDeskEntryTable1765400000000',
      'CreateLookUpTables1766200000000',
      'CreateSlipTables1766300000000',
      'CreateAbsenceTable1766400000000',
    ]);
    expect(await migrateIntake(database.url, testRolePassword)).toEqual([]);
  });

  it('lets the service append events and never change them', async () => {
    for (const relation of ['event', 'event_log', 'rating_event', 'rating_log', 'rating_token']) {
      expect(await as('motcua_intake', `DELETE FROM intake.${relation}`)).toMatch(/permission denied/);
      expect(await as('motcua_intake', `UPDATE intake.${relation} SET dossier_id = NULL`)).toMatch(/permission denied/);
      expect(await as('motcua_intake', `SELECT count(*) FROM intake.${relation}`)).toBe('done');
    }
    expect(await as('motcua_intake', 'CREATE TABLE intake.mine ()')).toMatch(/permission denied/);
  });

  it('lets projections read the log, and nothing else', async () => {
    expect(await as('motcua_kpi', 'SELECT body FROM intake.event_log')).toBe('done');
    expect(await as('motcua_kpi', 'SELECT * FROM intake.relay_position')).toBe('done');
    expect(await as('motcua_kpi', 'SELECT body FROM intake.rating_log')).toBe('done');
    for (const relation of ['event', 'dossier', 'applicant', 'reason', 'rating', 'rating_event']) {
      expect(await as('motcua_kpi', `SELECT * FROM intake.${relation}`)).toMatch(/permission denied/);
    }
  });
});

describe('ratings of an earlier version', () => {
  it('that were imported say so, the others came a way that nobody knows', async () => {
    const ways = new RecordRatingWays1764500000000();
    await database.client.query('SET search_path TO intake');
    const runner = { query: (sql: string) => database.client.query(sql) } as unknown as QueryRunner; // All that it asks of one.
    await ways.down(runner);
    for (const [id, imported] of [
      ['0199f0a0-0000-7000-8000-000000000001', true],
      ['0199f0a0-0000-7000-8000-000000000002', false],
    ] as const) {
      await database.client.query(
        `INSERT INTO rating (dossier_id, rated_at, recorded_at, local_day, unit, path, satisfied, answers)
         VALUES ($1, now(), now(), current_date, 'xa-a', '{xa-a}', true, '[]')`,
        [id],
      );
      await database.client.query('INSERT INTO rating_event (dossier_id, body) VALUES ($1, $2)', [
        id,
        JSON.stringify({ data: { imported } }),
      ]);
    }
    await ways.up(runner);
    const { rows } = await database.client.query<{ via: string }>('SELECT via FROM rating ORDER BY dossier_id');
    expect(rows.map(({ via }) => via)).toEqual(['import', 'unknown']);
  });
});
