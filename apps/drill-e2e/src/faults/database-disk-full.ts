import { setTimeout as rest } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import { isThere } from '../house/processes.ts';
import { SmallDisk } from '../house/small-disk.ts';
import { nothing, type Fault } from './fault.ts';
import { fillDisk, freeDisk } from './fill-disk.ts';

const LOOK_EVERY_MS = 250;
const LOG_FILES = 8;
/** A megabyte and a half: more than the server has left over in its files. */
const WRITTEN_ROWS = 16_384;

/**
 * The disk of PostgreSQL's data and log takes nothing more: statements that need room are refused; where its log needs it, the server ends all sessions
 * and may not get up again until there is room and somebody starts it.
 */
export const databaseDiskFull: Fault = {
  name: 'database disk full',
  targets: ['postgres'],
  lastsMs: [6_000, 10_000],
  async inject(house, _target, random) {
    const disk = await SmallDisk.mount(house);
    if (disk === undefined) return { times: () => 0, heal: nothing };
    const watch = new RefusalWatch(house);
    const isFull = await fillDisk(disk.data);
    const watching = watch.run();
    if (random() < 1 / 2) await askForLog(house);
    return {
      times: async () => {
        watch.stop();
        await watching;
        return isFull ? watch.refused : 0;
      },
      heal: async () => {
        await freeDisk(disk.data);
        if (!(await isThere(house.postgres.running.pid))) {
          await house.postgres.leave();
          await house.postgres.comeBack();
        }
        await disk.unmount();
      },
    };
  },
};

/** Its log needs a new file, once it has none left over: then it cannot go on. */
async function askForLog(house: House): Promise<void> {
  for (let file = 0; file < LOG_FILES; file += 1) {
    await house.query('SELECT pg_switch_wal()').catch(() => undefined);
    await rest(LOOK_EVERY_MS);
  }
}

/** Counts how often the server has no room for what is written, or is not there because it has none. */
class RefusalWatch {
  refused = 0;
  #isOver = false;

  constructor(private readonly house: House) {}

  async run(): Promise<void> {
    while (!this.#isOver) {
      const isWritten = await this.#write().then(
        () => true,
        () => false,
      );
      if (!isWritten) this.refused += 1;
      await rest(LOOK_EVERY_MS);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Nothing of it stays: the table goes with its session. */
  async #write(): Promise<void> {
    await this.house.query(
      `CREATE TEMP TABLE filler AS SELECT sha512(g::text::bytea) AS content FROM generate_series(1, ${WRITTEN_ROWS}) g`,
    );
  }
}
