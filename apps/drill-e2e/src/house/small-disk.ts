import { preparePlaces } from '@motcua/embedded';
import { execFile } from 'node:child_process';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { House } from './house.ts';

const run = promisify(execFile);
const ROOM_MB = 48;

/** PostgreSQL's data on a disk of their own that has little room left, in memory. Where nobody may mount one, there is none. */
export class SmallDisk {
  private constructor(
    private readonly house: House,
    /** The cluster's folder, and the disk's. */
    readonly data: string,
    private readonly aside: string,
  ) {}

  /** The server is away for a moment. */
  static async mount(house: House): Promise<SmallDisk | undefined> {
    const { home } = await preparePlaces(join(house.folder, 'postgres'));
    const [data, aside] = [join(home, 'data'), join(home, 'aside')];
    await house.postgres.leave();
    try {
      const { uid, gid } = await stat(data);
      await rename(data, aside);
      await mkdir(data);
      const size = `${(await sizeInMb(aside)) + ROOM_MB}m`;
      const options = `size=${size},mode=0700,uid=${uid},gid=${gid}`;
      const isMounted = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', data]).then(
        () => true,
        () => false,
      );
      if (!isMounted) {
        await rename(aside, data);
        return undefined;
      }
      await run('cp', ['-a', `${aside}/.`, data]);
      return new SmallDisk(house, data, aside);
    } finally {
      await house.postgres.comeBack();
    }
  }

  /** Back to the disk they came from, with all that has been written since. */
  async unmount(): Promise<void> {
    const { data, aside } = this;
    await this.house.postgres.leave();
    await rm(aside, { recursive: true });
    await run('cp', ['-a', data, aside]);
    await run('umount', [data]);
    await rename(aside, data);
    await this.house.postgres.comeBack();
  }
}

async function sizeInMb(folder: string): Promise<number> {
  const { stdout } = await run('du', ['-sm', folder]);
  return Number(stdout.split('\t')[0]);
}
