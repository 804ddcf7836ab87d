import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findEntityDrift } from '@motcua/postgres/testing';
import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import { schema } from '../config.ts';
import { ImportSessionEntity } from '../events/import-sessions/import-session.entity.ts';
import { migrateIntake } from './migrate-intake.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateIntake(database.url, testRolePassword);
});
afterAll(() => database.drop());

it('the entity of a session says of its table what the migrations made', async () => {
  expect(await findEntityDrift(database.url, schema, [ImportSessionEntity])).toEqual([]);
});
