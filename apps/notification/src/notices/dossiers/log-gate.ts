import type { Pool } from 'pg';

/**
 * Opens for what is wanted only when the dossier log has been read up to the moment at which that was first wanted: everything recorded
 * by then is known. Moments are the server's own, whatever the clock by which things are due.
 */
export class LogGate {
  /** What is wanted → since when. */
  readonly #wanted = new Map<string, string>();

  constructor(
    private readonly pool: Pool,
    /** Of the dossier log; each of them must say that it has been read. */
    private readonly partitions: number,
  ) {}

  async isOpen(wanted: string): Promise<boolean> {
    const since = this.#wanted.get(wanted) ?? (await this.#now());
    this.#wanted.set(wanted, since);
    const { rows } = await this.pool.query<{ read: number }>(
      'SELECT count(*)::int AS read FROM notification.log_reading WHERE recorded_up_to >= $1',
      [since],
    );
    const isOpen = (rows[0]?.read ?? 0) >= this.partitions;
    if (isOpen) this.#wanted.delete(wanted);
    return isOpen;
  }

  /** How much waits, and since when the first does (ISO 8601). */
  get waiting(): { readonly count: number; readonly since: string | undefined } {
    return { count: this.#wanted.size, since: [...this.#wanted.values()].sort()[0] };
  }

  async #now(): Promise<string> {
    const { rows } = await this.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return (rows[0]?.now ?? new Date()).toISOString();
  }
}
