/**
 * Which history of the cluster this server writes, as SQL; not on a standby. Each promotion begins another one: of a standby that takes over, and of a
 * cluster that was restored to a moment. Read where records are written, because `pg_control_checkpoint()` says it only behind the next checkpoint.
 */
export const timelineSql = 'left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)';

/** The cluster with its history. What was written by one that answers otherwise may be lost in this one. */
export const clusterTimelineSql = `(SELECT system_identifier FROM pg_control_system())::text || '/' || ${timelineSql}`;
