import { runMigrations } from 'bullmq';
import { Client } from 'pg';

export interface MigrateQueuesOptions {
  /** A role that may create schemas. */
  readonly adminUrl: string;
  readonly schema: string;
  /** The service's role: it may use the queues. */
  readonly role: string;
}

const plain = /^[a-z_][a-z0-9_]{0,62}$/;

/** Brings the schema of the queues in PostgreSQL to where BullMQ expects it; may be repeated, and run by several at once. */
export async function migrateQueues({ adminUrl, schema, role }: MigrateQueuesOptions): Promise<void> {
  for (const name of [schema, role]) if (!plain.test(name)) throw new Error(`"${name}" is no plain SQL identifier`);
  const client = new Client({ connectionString: adminUrl, application_name: `migrate ${schema}` });
  await client.connect();
  try {
    // Several that grant at once would meet "tuple concurrently updated". Given back with the connection.
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`migrate queues ${schema}`]);
    await runMigrations(client, schema);
    // CREATE, because BullMQ makes a sequence for each queue when it is first used; the schema holds nothing but its own.
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};
    `);
  } finally {
    await client.end();
  }
}
