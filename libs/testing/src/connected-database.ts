import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** An empty database with one connection of a superuser, which `drop` ends. */
export interface ConnectedTestDatabase extends TestDatabase {
  readonly client: pg.Client;
}

/** @param setUp statements that are run at once */
export async function connectTestDatabase(setUp = ''): Promise<ConnectedTestDatabase> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(setUp);
  return {
    ...database,
    client,
    async drop() {
      await client.end();
      await database.drop();
    },
  };
}
