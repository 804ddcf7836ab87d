import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, findInDatabase, type TestDatabase } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    CREATE SCHEMA one;
    CREATE TABLE one.leak (a text, b jsonb, c json, d bytea, "E f" text[], g integer);
    INSERT INTO one.leak VALUES ('x Bưởi x', '{"deep": [{"name": "Bưởi"}]}', '{"name":"Bưởi"}', convert_to('{"name":"Bưởi"}', 'UTF8'), '{a,"b Bưởi"}', 7);
    CREATE TABLE public.clean (a text, d bytea);
    INSERT INTO public.clean VALUES ('Buoi', convert_to('Buoi', 'UTF8'))`);
  await client.end();
});
afterAll(() => database.drop());

describe('a text in a database', () => {
  it('is found in whatever column it lies', async () => {
    const places = ['"E f"', 'a', 'b', 'c', 'd'].map((column) => `one.leak.${column.replaceAll('"', '')}: Bưởi`);
    expect(await findInDatabase(database.url, ['Bưởi', '0912345678'])).toEqual(places);
  });
});
