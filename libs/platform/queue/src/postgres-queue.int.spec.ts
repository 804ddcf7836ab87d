import { afterAll, beforeAll } from '@jest/globals';
import { migrateService } from '@motcua/postgres';
import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import pg from 'pg';
import { createJobQueue } from './create-job-queue.ts';
import { describeJobQueue } from './job-queue.features.ts';
import { migrateQueues } from './migrate-queues.ts';

const role = 'motcua_queue_spec';
const schema = 'spec_queue';
let database: TestDatabase;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  // As a service has it: a role that may write rows and nothing more, its transactions bounded.
  await migrateService({ adminUrl: database.url, schema: 'spec', role, rolePassword: testRolePassword, migrations: [] });
  await Promise.all([1, 2].map(() => migrateQueues({ adminUrl: database.url, schema, role })));
  const signedIn = new URL(database.url);
  [signedIn.username, signedIn.password] = [role, testRolePassword];
  url = signedIn.href;
});
afterAll(() => database.drop());

describeJobQueue('PostgreSQL', () => ({
  open: (name) => createJobQueue({ name, store: { kind: 'postgres', url, schema }, onError: () => undefined }),
  async empty() {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`DELETE FROM ${schema}.job`);
    await admin.end();
  },
}));
