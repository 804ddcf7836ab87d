import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nothing, type Fault } from './fault.ts';
import { fillDisk } from './fill-disk.ts';

const run = promisify(execFile);

/** Where uploads come in nothing more fits: a small disk is put there, and filled. Where nobody may mount one, it misses. */
export const diskFull: Fault = {
  name: 'disk full',
  targets: ['digitization-tracker'],
  lastsMs: [5_000, 7_000],
  async inject({ stack }) {
    const folder = join(stack.home, 'files', 'staging');
    // The first upload makes it.
    await mkdir(folder, { recursive: true });
    const isMounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).then(
      () => true,
      () => false,
    );
    if (!isMounted) return { times: () => 0, heal: nothing };
    const isFull = await fillDisk(folder);
    return {
      times: () => Number(isFull),
      // What somebody still has open there is theirs alone: nobody was told that it had been kept.
      heal: async () => {
        await run('umount', ['-l', folder]);
      },
    };
  },
};
