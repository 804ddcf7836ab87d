import { preparePlaces } from '@motcua/embedded';
import { configureServer, copyServerData, signalServer, waitFor } from '@motcua/testing';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './house.ts';

/** The name that the server's log knows the moment by. */
const POINT = 'drill';

/**
 * A moment to which PostgreSQL can be restored, by the server's own means: a cold copy of the cluster, the log that it has written since, and
 * `recovery.signal`. The restored cluster is promoted, and writes another timeline.
 */
export class RestorePoint {
  private constructor(
    private readonly house: House,
    /** Around `data`. */
    private readonly home: string,
  ) {}

  /** Takes the copy: the server is away for some seconds. */
  static async prepare(house: House): Promise<RestorePoint> {
    const { home } = await preparePlaces(join(house.folder, 'postgres'));
    const point = new RestorePoint(house, home);
    await rm(point.#base, { recursive: true, force: true });
    await mkdir(point.#base);
    await house.postgres.leave();
    // Nothing archives the log: it stays with the server until it is needed.
    await configureServer(home, { wal_keep_size: '4GB' });
    await copyServerData(home, point.#base);
    await house.postgres.comeBack();
    return point;
  }

  async mark(): Promise<void> {
    await this.house.query('SELECT pg_create_restore_point($1)', [POINT]);
  }

  /** The cluster as it was when it was marked, at its address. */
  async restore(): Promise<void> {
    const before = join(this.home, 'before');
    await this.house.postgres.leave();
    await rename(join(this.home, 'data'), before);
    await rename(join(this.#base, 'data'), join(this.home, 'data'));
    await configureServer(this.home, {
      restore_command: `cp ${before}/pg_wal/%f %p`,
      recovery_target_name: POINT,
      recovery_target_action: 'promote',
    });
    await signalServer(this.home, 'recovery.signal');
    await this.house.postgres.comeBack();
    await waitFor(() => this.#isPromoted(), {
      describe: 'the restored server to be promoted',
      timeoutMs: 60_000,
      intervalMs: 100,
    });
    // Else its log grows for as long as it stands.
    await configureServer(this.home, { wal_keep_size: '0' });
    await this.house.query('SELECT pg_reload_conf()');
    for (const folder of [before, this.#base]) await rm(folder, { recursive: true, force: true });
  }

  get #base(): string {
    return join(this.home, 'base');
  }

  async #isPromoted(): Promise<boolean> {
    const [row] = await this.house.query<{ is: boolean }>('SELECT pg_is_in_recovery() AS is');
    return row?.is === false;
  }
}
