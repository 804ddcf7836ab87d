import type { QueryRunner } from 'typeorm';
import { identifier } from './identifier.ts';

/** The schema that is being migrated: a library's migration serves every service. */
export const schemaOf = ({ dataSource }: Pick<QueryRunner, 'dataSource'>): string =>
  identifier('schema' in dataSource.options ? (dataSource.options.schema ?? '') : '');
