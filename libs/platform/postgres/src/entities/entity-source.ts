import pg, { type Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { uuidExtension } from '../uuid-extension.ts';

export interface EntitySourceOptions {
  /** The service's own: entities and SQL of our own share its connections, limits and error handling. */
  readonly pool: Pool;
  readonly schema: string;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
}

/**
 * TypeORM on the pool that a service has already. Nothing is asked of the database before the first repository is: a service listens
 * before its database answers, and a repository then fails as the pool does. Whoever made the pool ends it. Nothing is synchronized;
 * migrations are `migrateService`'s.
 */
export class EntitySource extends DataSource {
  readonly #pool: Pool;

  constructor({ pool, schema, entities }: EntitySourceOptions) {
    // The module is given, or TypeORM looks for one beside the bundle.
    super({ type: 'postgres', driver: pg, schema, entities, synchronize: false, uuidExtension });
    this.#pool = pool;
  }

  override async initialize(): Promise<this> {
    // What TypeORM would make by connecting; it types its drivers as an interface without it.
    (this.driver as PostgresDriver).master = this.#pool;
    this.#markInitialized(true);
    await this.buildMetadatas();
    return this;
  }

  /** The pool goes on: others use it. */
  override destroy(): Promise<void> {
    this.#markInitialized(false);
    return Promise.resolve();
  }

  /** Read-only to others; TypeORM's own `initialize` writes it the same way. */
  #markInitialized(isInitialized: boolean): void {
    Object.assign(this, { isInitialized });
  }
}
