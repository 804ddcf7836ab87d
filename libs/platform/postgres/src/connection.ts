import type { ClientConfig } from 'pg';

export interface ConnectionOptions {
  /** `postgres://…` of the service's own role. */
  readonly url: string;
  /** The service's schema: unqualified names are looked up there and nowhere else. */
  readonly schema: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
}

/** A transaction left open stops the relay's publishing cluster-wide (its xid holds back the snapshot's xmin), so it is cut. */
const idleInTransactionMs = 5_000;
const connectTimeoutMs = 5_000;

/**
 * The settings every connection of ours starts with. `transaction_timeout` is not among them: servers before 17 refuse to start a
 * session with it, so `migrateService` sets it on the role instead.
 */
export function toClientConfig({ url, schema, applicationName }: ConnectionOptions): ClientConfig {
  return {
    connectionString: url,
    application_name: applicationName,
    options: `-c search_path=${schema} -c idle_in_transaction_session_timeout=${idleInTransactionMs}`,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  };
}
