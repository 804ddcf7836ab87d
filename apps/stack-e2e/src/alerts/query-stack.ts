import { Client, type QueryResultRow } from 'pg';
import { readStackFile, type RunningStack } from '../stack/running-stack.ts';

/** Looks into the stack's database as its administrator does: what a service answers is compared with what it has stored. */
export async function queryStack<Row extends QueryResultRow>(stack: RunningStack, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: (await readStackFile(stack.home)).postgres.url, application_name: 'drill' });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
