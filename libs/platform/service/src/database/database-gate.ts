import type { HealthReport } from '@motcua/http';
import { withoutDatabaseText, type Logger } from '@motcua/observability';
import { listMissingMigrations, type MigrationClass } from '@motcua/postgres';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

export interface DatabaseGateOptions {
  readonly pool: Pool;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  readonly logger: Logger;
}

const RETRY_MS = 1_000;

/** Behind it the database answers and is migrated to what this version expects; before, the service says what is missing. */
export class DatabaseGate {
  #missing: string | undefined = 'the database has not been asked yet';

  constructor(private readonly options: DatabaseGateOptions) {}

  /** @returns false: it was told to stop before */
  async pass(signal: AbortSignal): Promise<boolean> {
    let logged: string | undefined;
    while (!signal.aborted) {
      this.#missing = await this.#findMissing();
      if (this.#missing === undefined) return true;
      if (logged !== this.#missing) this.options.logger.warn({ reason: this.#missing }, 'the service waits for its database');
      logged = this.#missing;
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  /** For every question anew: the database may go away at any time. */
  async report(): Promise<HealthReport> {
    if (this.#missing !== undefined) return { ready: false, reason: this.#missing };
    await this.options.pool.query('SELECT');
    return { ready: true };
  }

  async #findMissing(): Promise<string | undefined> {
    const { pool, schema, migrations } = this.options;
    try {
      const missing = await listMissingMigrations(pool, schema, migrations);
      return missing.length === 0 ? undefined : `not ready: migrate. Schema ${schema} lacks ${missing.join(', ')}`;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return `the database does not answer: ${withoutDatabaseText(text, error)}`;
    }
  }
}
