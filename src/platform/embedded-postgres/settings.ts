/** PostgreSQL's settings on the command line, for a small machine that it shares with Kring. */
export function serverSettings(
  port: number,
  { throwaway = false, filling = false }: { throwaway?: boolean; filling?: boolean },
): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=128MB',
    'effective_cache_size=512MB',
    'random_page_cost=1.1',
    'max_wal_size=256MB',
    // Kring's questions are short: compiling them, or dealing them out to other processes, costs more than it saves.
    'jit=off',
    'max_parallel_workers_per_gather=0',
    'io_method=sync',
    // No replicas.
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_logical_replication_workers=0',
    'timezone=UTC',
    'log_timezone=UTC',
    // What the server has to say about itself. Failed statements reach Kring, and hold people's data.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
  ];
  if (filling) settings.push('shared_buffers=512MB', 'max_wal_size=4GB', 'checkpoint_timeout=30min');
  if (throwaway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return settings;
}
