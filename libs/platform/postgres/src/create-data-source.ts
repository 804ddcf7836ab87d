import pg from 'pg';
import { DataSource, type DataSourceOptions as TypeOrmOptions } from 'typeorm';
import { toClientConfig, type ConnectionOptions } from './connection.ts';
import { uuidExtension } from './uuid-extension.ts';

type MigrationClasses = Extract<NonNullable<TypeOrmOptions['migrations']>, readonly unknown[]>;
type EntityClasses = Extract<NonNullable<TypeOrmOptions['entities']>, readonly unknown[]>;

export interface DataSourceOptions extends ConnectionOptions {
  readonly migrations?: MigrationClasses;
  readonly entities?: EntityClasses;
  readonly poolSize?: number;
  /** How long a statement waits for a lock; as long as it takes unless told. */
  readonly lockTimeoutMs?: number;
}

/**
 * A TypeORM DataSource with connections of its own, bound to one schema, not yet initialized: for migrating, and for comparing entities
 * with tables. Migrations are classes and never run by themselves; nothing is synchronized; no extension is installed.
 */
export function createDataSource(options: DataSourceOptions): DataSource {
  const { connectionString: _url, application_name: _name, ...extra } = toClientConfig(options);
  if (options.lockTimeoutMs !== undefined) extra.options = `${extra.options ?? ''} -c lock_timeout=${options.lockTimeoutMs}`;
  return new DataSource({
    type: 'postgres',
    driver: pg,
    url: options.url,
    schema: options.schema,
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 10,
    migrations: options.migrations ?? [],
    entities: options.entities ?? [],
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    uuidExtension,
    extra,
  });
}
