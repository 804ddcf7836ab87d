import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Environment } from '../deploy/environment.ts';
import type { CommandResult } from '@motcua/testing/stack';
import type { ReplayedImage } from './replay-image.ts';

/** As `docker run --rm -e … motcua <args>`: the image's entrypoint, its user, and no variable but those given. */
export async function runInImage(image: ReplayedImage, args: readonly string[], env: Environment): Promise<CommandResult> {
  const [uid, gid] = image.user.split(':').map(Number);
  const child = spawn(process.execPath, args, {
    cwd: join(image.root, image.workdir),
    env: { PATH: process.env['PATH'], HOME: '/home/node', ...image.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {}),
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code: code ?? 1, stdout, stderr };
}
