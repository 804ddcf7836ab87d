export type { Queryable } from '@motcua/postgres';
