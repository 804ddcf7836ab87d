import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { createPool } from '../create-pool.ts';
import { isTransient, isUniqueViolation } from '../sql-state.ts';
import { findEntityDrift } from '../testing/find-entity-drift.ts';
import { EntitySource } from './entity-source.ts';
import { inEntityTransaction } from './in-entity-transaction.ts';

@Entity('shelf')
class Shelf {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer', { nullable: true })
  places!: number | null;
}

/** The same table, as somebody would have it who forgot the migration. */
@Entity('shelf')
class NewerShelf extends Shelf {
  @Column('text', { default: 'wood' })
  material!: string;
}

const schema = 'public';
let database: TestDatabase;
let pool: Pool;
let source: EntitySource;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url, schema, applicationName: 'entity spec', poolSize: 2 });
  await pool.query('CREATE TABLE shelf (id text PRIMARY KEY, places integer)');
  source = await new EntitySource({ pool, schema, entities: [Shelf] }).initialize();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
const shelves = () => source.getRepository(Shelf);

describe('entities', () => {
  it('are read and written over the pool that is there', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => shelves().insert({ id: `s${String(n)}`, places: n })));
    expect(await shelves().findOneBy({ id: 's3' })).toEqual({ id: 's3', places: 3 });
    const { rowCount } = await pool.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
    );
    expect(rowCount).toBe(2);
    expect([pool.totalCount, pool.idleCount]).toEqual([2, 2]);
  });

  it('say of an error what the database said', async () => {
    const again = await shelves()
      .insert({ id: 's1' })
      .catch((error: unknown) => error);
    expect(isUniqueViolation(again, 'shelf_pkey')).toBe(true);
  });

  it('wait for no database: whoever asks while it is away learns that it is', async () => {
    const away = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', schema, applicationName: 'entity spec' });
    const early = await new EntitySource({ pool: away, schema, entities: [Shelf] }).initialize();
    const error = await early
      .getRepository(Shelf)
      .find()
      .catch((thrown: unknown) => thrown);
    expect(isTransient(error)).toBe(true);
    await away.end();
  });

  it('leave the pool to who made it', async () => {
    const other = await new EntitySource({ pool, schema, entities: [Shelf] }).initialize();
    await other.destroy();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('a transaction of entities and of SQL', () => {
  it('is one: each sees what the other wrote, and both are kept', async () => {
    const seen = await inEntityTransaction(source, async (entities, transaction) => {
      await transaction.execute("INSERT INTO shelf (id, places) VALUES ('both', 1)");
      await entities.update(Shelf, { id: 'both' }, { places: 2 });
      return transaction.query('SELECT places FROM shelf WHERE id = $1', ['both']);
    });
    expect([seen, await shelves().findOneBy({ id: 'both' })]).toEqual([[{ places: 2 }], { id: 'both', places: 2 }]);
  });

  it('is gone with what it throws, and its connection serves again', async () => {
    const failing = inEntityTransaction(source, async (entities, transaction) => {
      await transaction.execute("INSERT INTO shelf (id) VALUES ('never')");
      await entities.insert(Shelf, { id: 'never' });
    });
    expect(isUniqueViolation(await failing.catch((error: unknown) => error))).toBe(true);
    expect(await shelves().existsBy({ id: 'never' })).toBe(false);
    expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([2, 2, 0]);
  });

  it.each(['at once', 'once it is known'])(
    'says %s that the server cut it, and the pool does not keep what was cut',
    async (when) => {
      const cut = inEntityTransaction(source, async (entities, transaction) => {
        const [row] = await transaction.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await pool.query('SELECT pg_terminate_backend($1)', [row?.pid]);
        if (when !== 'at once')
          await waitFor(() => entities.queryRunner?.isReleased === true, { describe: 'the connection to be given back' });
        await entities.find(Shelf);
      });
      expect(isTransient(await cut.catch((error: unknown) => error))).toBe(true);
      expect(await shelves().count()).toBeGreaterThan(0);
    },
  );
});

describe('findEntityDrift', () => {
  it('finds what the entity has and the table has not', async () => {
    expect(await findEntityDrift(database.url, schema, [Shelf])).toEqual([]);
    expect(await findEntityDrift(database.url, schema, [NewerShelf])).toEqual([expect.stringContaining('ADD "material" text')]);
  });
});
