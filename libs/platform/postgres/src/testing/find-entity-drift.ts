import { createDataSource, type DataSourceOptions } from '../create-data-source.ts';

/**
 * What TypeORM would do to a migrated database to make its tables what the entities say: nothing, as long as entities and migrations say
 * the same of columns, types, defaults, keys, checks, indexes and comments.
 *
 * @param url of whoever may read the catalogue of the schema
 * @returns its statements
 */
export async function findEntityDrift(
  url: string,
  schema: string,
  entities: NonNullable<DataSourceOptions['entities']>,
): Promise<readonly string[]> {
  const source = createDataSource({ url, schema, applicationName: 'entity drift', entities, poolSize: 2 });
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
