/** TypeORM's name for `gen_random_uuid()`, which PostgreSQL has had without an extension since 13. */
export const uuidExtension = 'pgcrypto';
