import { type Batch, BATCH_SIZE, type BatchParts, type Scrubbed, scrubInBatches } from './scrub-batches.ts';
import { listSchemasWith } from './schemas-with.ts';

/** As the services make it of caller and key; PostgreSQL's base64 is not that of addresses. */
const hashed = `rtrim(translate(encode(sha256(convert_to(actor || E'\\n' || key, 'UTF8')), 'base64'), '+/', '-_'), '=')`;
/** A hash is never taken for a key of an earlier version, whose answers would be found no more. */
const isGiven = `key !~ '^[A-Za-z0-9_-]{43}$'`;

/**
 * Replaces idempotency keys that an earlier version stored as they were given by their hashes. A repeated request still finds its
 * answer.
 */
export async function scrubIdempotencyKeys(parts: BatchParts & { readonly isDryRun: boolean }): Promise<Scrubbed[]> {
  const done: Scrubbed[] = [];
  for (const schema of await listSchemasWith(parts.client, 'idempotency_key'))
    done.push(await scrubInBatches(parts, `${schema}.idempotency_key (key)`, (after) => scrubBatch(parts, schema, after)));
  return done;
}

async function scrubBatch(
  { client, isDryRun }: BatchParts & { readonly isDryRun: boolean },
  schema: string,
  after: readonly string[] | null,
): Promise<Batch> {
  const table = `${schema}.idempotency_key`;
  const { rows } = await client.query<{ actor: string; key: string }>(
    `SELECT actor, key FROM ${table} WHERE ${isGiven} AND ($1::text[] IS NULL OR (actor, key) > (($1::text[])[1], ($1::text[])[2]))
     ORDER BY actor, key LIMIT ${BATCH_SIZE}`,
    [after],
  );
  if (!isDryRun) {
    const given = [rows.map(({ actor }) => actor), rows.map(({ key }) => key)];
    // Who asked again after the upgrade has an answer under the hash as well: that is the newer one.
    await client.query(
      `DELETE FROM ${table} USING unnest($1::text[], $2::text[]) AS given (of_actor, of_key)
       WHERE actor = of_actor AND key = of_key AND EXISTS (SELECT FROM ${table} AS other WHERE other.actor = of_actor
         AND other.key = ${hashed.replaceAll('actor', 'given.of_actor').replace('|| key', '|| given.of_key')})`,
      given,
    );
    await client.query(
      `UPDATE ${table} SET key = ${hashed} FROM unnest($1::text[], $2::text[]) AS given (of_actor, of_key)
       WHERE actor = of_actor AND key = of_key`,
      given,
    );
  }
  const last = rows.at(-1);
  return { rows: rows.length, last: rows.length < BATCH_SIZE || last === undefined ? undefined : [last.actor, last.key] };
}
