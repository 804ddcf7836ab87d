import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectTestDatabase, testRolePassword, type ConnectedTestDatabase } from '@motcua/testing';
import { migrateSla } from './migrate-sla.ts';

let database: ConnectedTestDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
}, 60_000);
afterAll(() => database.drop());

/** Every column, index and function of the schema, and who the store is. */
async function describeSchema(): Promise<unknown> {
  const { rows: columns } = await database.client.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'sla' AND table_name !~ '^(reference|audit)_' ORDER BY 1, 2`,
  );
  const { rows: indexes } = await database.client.query(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'sla' AND tablename !~ '^(reference|audit)_' ORDER BY 1`,
  );
  const { rows: functions } = await database.client.query(
    `SELECT pg_get_functiondef(oid) AS definition FROM pg_proc WHERE pronamespace = 'sla'::regnamespace AND proname NOT LIKE '%audit' ORDER BY 1`,
  );
  const { rows: store } = await database.client.query('SELECT store_id, since FROM sla.store_identity');
  return { columns, indexes, functions, store };
}

const ownMigrations = ['CreateClocks1764201600000', 'HoldImports1764460000000', 'EncryptVerdictReasons1765000000000'];
/** After those of later libraries. */
const laterMigrations = ['KeepUndoPoints1766300000000', 'CreateArchive1766500000000'];
const ofLibraries = [
  'CreateDatabaseClock1760000000000',
  'CreateOutboxTables1760000001000',
  'CreateConsumerTables1760000002000',
  'CreateIdempotencyTable1760000003000',
];

/** Of libraries that came later, with migrations of their own from the first. */
const ofLaterLibraries = ['CreateReferenceTables1765300000000', 'CreateAuditLog1765400000000'];
const ofLatestLibraries = ['CreateClockAt1766600000000'];
const latestMigrations = ['ForgetAlerts1766800000000', 'AddPromiseClock1767200000000'];
const ofNewestLibraries = ['CreateLogComparison1767300000000', 'KnowTimeline1767300001000'];
const newestMigrations = ['ForgetAlertsOfSubmissions1768200000000'];

describe('the migration of the timers', () => {
  it('runs those of the libraries first, in a new database', async () => {
    expect(await migrateSla(database.url, testRolePassword)).toEqual([
      ...ofLibraries,
      ...ownMigrations,
      ...ofLaterLibraries,
      ...laterMigrations,
      ...ofLatestLibraries,
      ...latestMigrations,
      ...ofNewestLibraries,
      ...newestMigrations,
    ]);
    expect(await migrateSla(database.url, testRolePassword)).toEqual([]);
  }, 60_000);

  it('leaves a database as it is that had the tables of libraries before these had migrations, and goes on', async () => {
    // As an earlier version left it: the tables are there, and only the service's own migrations have names.
    await database.client.query('DROP TABLE sla.reference_entry, sla.reference_topic, sla.audit_link, sla.audit_entry');
    await database.client.query('DROP FUNCTION sla.refuse_change_of_audit');
    await database.client.query('DELETE FROM sla.migration WHERE name <> ALL ($1)', [
      [...ownMigrations, ...laterMigrations, ...latestMigrations, ...newestMigrations],
    ]);
    const before = await describeSchema();
    expect(await migrateSla(database.url, testRolePassword)).toEqual([
      ...ofLibraries,
      ...ofLaterLibraries,
      ...ofLatestLibraries,
      ...ofNewestLibraries,
    ]);
    expect(await describeSchema()).toEqual(before);
  }, 60_000);
});
