import { CliError } from '@motcua/terminal';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A refresh takes a request or two; who holds the lock longer was killed. */
const STALE_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * One process at a time. A refresh token counts once, and a provider that sees one twice takes it for stolen and ends the login: two
 * commands side by side must not both show it.
 */
export async function underLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
  await take(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  const giveUpAt = Date.now() + 2 * STALE_MS;
  for (;;) {
    const handle = await open(lock, 'wx', 0o600).catch((error: unknown) => {
      if (!isThere(error)) throw error;
      return undefined;
    });
    if (handle !== undefined) return handle.close();
    const found = await stat(lock).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS) await rm(lock, { force: true });
    if (Date.now() > giveUpAt) {
      throw new CliError({ code: 'login.locked', message: `${lock} does not go away.`, hint: `rm ${lock}` });
    }
    await sleep(LOOK_EVERY_MS);
  }
}

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';
