import { describe, expect, it } from '@jest/globals';
import { CreateAuditLog1765400000000 } from '@motcua/audit';
import { CreateIdempotencyTable1760000003000 } from '@motcua/http';
import { CreateConsumerTables1760000002000, KnowTimeline1767300001000 } from '@motcua/kafka';
import { CreateLogComparison1767300000000, CreateOutboxTables1760000001000 } from '@motcua/outbox';
import { CreateClockAt1766600000000, CreateDatabaseClock1760000000000, type MigrationClass } from '@motcua/postgres';
import { CreateReferenceTables1765300000000 } from '@motcua/reference';
import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

/** What a migration asks of the database, without one. */
async function readStatements(Migration: MigrationClass): Promise<readonly string[]> {
  const statements: string[] = [];
  const runner = {
    dataSource: { options: { schema: 'spec' } },
    query: (statement: string) => {
      statements.push(statement);
      return Promise.resolve([]);
    },
  };
  await new Migration().up(runner as unknown as QueryRunner); // Of a runner it uses no more.
  return statements;
}

const digestOf = async (migration: MigrationClass): Promise<string> =>
  createHash('sha256')
    .update((await readStatements(migration)).join(';').replaceAll(/\s+/g, ' '))
    .digest('base64url')
    .slice(0, 16);

const frozen: readonly (readonly [MigrationClass, string])[] = [
  [CreateDatabaseClock1760000000000, 'qS8v9qzzcelO6hwH'],
  [CreateOutboxTables1760000001000, 'ZWMQ7Lvn6ROxyRcx'],
  [CreateConsumerTables1760000002000, '-JpXn_S2zgf5eHjH'],
  [CreateIdempotencyTable1760000003000, '7JL6r7bfhBIngkih'],
  [CreateReferenceTables1765300000000, 'uHL1jG7gCfsGYLsp'],
  [CreateAuditLog1765400000000, '3hTRkQXctUD6s-CT'],
  [CreateClockAt1766600000000, 'fDOHsl_Dox5tcQ4O'],
  [CreateLogComparison1767300000000, 'MelSTmghMo1ZZQm9'],
  [KnowTimeline1767300001000, 'K3gzv1GAyrxL3QdC'],
];

describe('a migration of a library', () => {
  it.each(frozen)('%p asks what it asked when it was released: a change is a migration of its own', async (migration, digest) => {
    expect(await digestOf(migration)).toBe(digest);
  });
});
