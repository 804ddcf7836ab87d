import type { Pool } from 'pg';

/**
 * Lets the digests of a day out only when the dossier log has been read up to the moment at which they were first wanted: everything
 * recorded by then is known. Moments are the server's own, whatever the clock by which digests are due.
 */
export class DigestGate {
  /** Unit and day → since when its digests are wanted. */
  readonly #wanted = new Map<string, string>();

  constructor(
    private readonly pool: Pool,
    /** Of the dossier log; each of them must say that it has been read. */
    private readonly partitions: number,
  ) {}

  async isOpen(unit: string, date: string): Promise<boolean> {
    const key = `${unit} ${date}`;
    const since = this.#wanted.get(key) ?? (await this.#now());
    this.#wanted.set(key, since);
    const { rows } = await this.pool.query<{ read: number }>(
      'SELECT count(*)::int AS read FROM notification.log_reading WHERE recorded_up_to >= $1',
      [since],
    );
    const isOpen = (rows[0]?.read ?? 0) >= this.partitions;
    if (isOpen) this.#wanted.delete(key);
    return isOpen;
  }

  /** How many units' digests wait, and since when the first does (ISO 8601). */
  get waiting(): { readonly units: number; readonly since: string | undefined } {
    return { units: this.#wanted.size, since: [...this.#wanted.values()].sort()[0] };
  }

  async #now(): Promise<string> {
    const { rows } = await this.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return (rows[0]?.now ?? new Date()).toISOString();
  }
}
