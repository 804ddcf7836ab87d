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

/**
 * How a network is noticed that swallows what is sent and tells nobody: a machine without power, a firewall that has forgotten a
 * connection. The kernel's own patience is two hours for a connection at rest and some sixteen minutes for one with something on its way.
 *
 * This end probes a connection at rest after 10 s (Node then asks every second, ten times); of what is on its way Node knows no such
 * limit, so that a statement has one (`answerWithinMs`).
 */
export const networkTimeouts = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** The other end, as `options` of a connection: without it a session whose client has gone keeps its locks for as long. */
export const serverTimeouts =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=20000';

/**
 * The settings every connection of ours starts with. `transaction_timeout` is not among them: it is the role's (`migrateService`), so that
 * it holds for whatever connects as a service.
 */
export function toClientConfig({ url, schema, applicationName }: ConnectionOptions): ClientConfig {
  return {
    connectionString: url,
    application_name: applicationName,
    options: `-c search_path=${schema} -c idle_in_transaction_session_timeout=${idleInTransactionMs} ${serverTimeouts}`,
    ...networkTimeouts,
  };
}
