import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { BenchFiles } from './bench-files.ts';
import type { BenchFixture } from './bench-fixture.ts';

/** Whether each file that was sent is attached once, its content is what was sent, and there is no other. */
export async function areContentsExact({ pool, store }: BenchFixture, sent: readonly BenchFiles[]): Promise<boolean> {
  const expected = sent.flatMap(({ hashes }) => hashes).sort();
  const { rows } = await pool.query<{ sha256: string }>(
    'SELECT sha256 FROM digitization.file WHERE removed_at IS NULL AND erased_at IS NULL',
  );
  const attached = rows.map(({ sha256 }) => sha256).sort();
  const kept: string[] = [];
  for await (const { sha256 } of store.list()) {
    const hash = createHash('sha256');
    await pipeline(await store.open(sha256), hash);
    if (hash.digest('hex') !== sha256) return false;
    kept.push(sha256);
  }
  return isSame(attached, expected) && isSame(kept.sort(), expected);
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);
