/**
 * Settings of the embedded server, as `-c` arguments. Prepared transactions stay off because one that is forgotten holds back
 * the outbox relay of every database of the cluster. `forTests` trades durability for speed: a power cut may lose the data.
 */
export function toServerArguments({ dataDir, port, forTests }: { dataDir: string; port: number; forTests: boolean }): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    max_prepared_transactions: 0,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
