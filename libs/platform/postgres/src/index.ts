export { toColumns } from './columns.ts';
export { createPool, type PoolOptions } from './create-pool.ts';
export { createDataSource, type DataSourceOptions } from './create-data-source.ts';
export { inTransaction, type TransactionOptions } from './in-transaction.ts';
export { migrateService, type MigrateServiceOptions } from './migration/migrate-service.ts';
export { createOwnDatabase, type OwnDatabase } from './own-database.ts';
export { toTransaction, type Statement, type Transaction } from './transaction.ts';
export { constraintOf, isTransient, isUniqueViolation, sqlStateOf } from './sql-state.ts';
export { databaseClock, setDatabaseClock, type ShiftedClock } from './database-clock.ts';
