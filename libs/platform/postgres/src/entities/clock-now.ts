/**
 * The present moment by the clock of the schema (`databaseClock`), as the default of a column and as the value of one:
 * `@Column('timestamptz', { default: clockNow })`, `upsert({ …, updatedAt: clockNow }, …)`.
 */
export const clockNow = (): string => 'clock_now()';
