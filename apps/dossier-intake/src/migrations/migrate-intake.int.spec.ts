import { connectTestDatabase, testRolePassword, type ConnectedTestDatabase } from '@motcua/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { readLogProgress } from '@motcua/contracts';
import { toSessionEndRow } from '../events/import-sessions/session-end-event.ts';
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
      'CreateArchive1766500000000',
      'CreateApplicantRights1766900000000',
      'IndexErasures1766960000000',
      'CreateLogComparison1767300000000',
      'NoteWhetherFeesArePaid1767600000000',
      'CreateFeeTakings1767600100000',
      'CreateReformTables1767900000000',
      'ShareLookUpMessages1768100000000',
      'TakeErasuresBack1768300000000',
    ]);
    expect(await migrateIntake(database.url, testRolePassword)).toEqual([]);
  });

  it('lets the service append events and never change them', async () => {
    for (const relation of ['event', 'event_log', 'rating_event', 'rating_log', 'rating_token', 'applicant_change']) {
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

describe('the archive', () => {
  it('has what the relay publishes, the end of a session as a control record, and is all that consumers may read', async () => {
    const endedAt = '2026-11-28T20:52:31.000Z';
    const session = '0199f0a0-0000-7000-8000-0000000000aa';
    const end = toSessionEndRow({ session, endedBy: 'closed', endedAt }, 'legacy');
    const event = {
      ...end,
      dossier_id: session.replace(/aa$/, 'ab'),
      type: 'vn.motcua.dossier.received.v1',
      event_id: 'e/1',
      body: '{"a": 1}',
    };
    for (const row of [event, end])
      await database.client.query(
        `INSERT INTO intake.event (dossier_id, version, type, source, event_id, occurred_at, recorded_at, actor, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [row.dossier_id, row.version, row.type, row.source, row.event_id, row.occurred_at, row.recorded_at, row.actor, row.body],
      );
    const { rows } = await database.client.query<{ key: string | null; body: string }>(
      'SELECT key, body FROM intake.archive ORDER BY xid, position',
    );
    expect(rows[0]).toEqual({ key: event.dossier_id, body: '{"a": 1}' });
    expect(rows[1]?.key).toBeNull();
    expect(readLogProgress({ value: Buffer.from(rows[1]?.body ?? ''), offset: 0n })).toEqual({
      kind: 'ok',
      value: { partition: 0, recordedUpTo: null, nextWithinSeconds: 0, sessionsEnded: [{ session, endedBy: 'closed', endedAt }] },
    });
    for (const role of ['motcua_sla', 'motcua_notification', 'motcua_digitization']) {
      expect(await as(role, 'SELECT body FROM intake.archive')).toBe('done');
      expect(await as(role, 'SELECT body FROM intake.event_log')).toMatch(/permission denied/);
    }
    expect(await as('motcua_intake', 'DELETE FROM intake.archive')).toMatch(/permission denied|cannot/);
    await database.client.query('TRUNCATE intake.event');
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
