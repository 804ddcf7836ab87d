import { createCipheriv, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Way } from './store-ways.ts';

/** Of one file, or of many together. */
export interface Cost {
  readonly wallMs: number;
  /** Of all threads of the process. */
  readonly cpuMs: number;
}

/** As a socket hands them over. */
const CHUNK = 65_536;

/** Keeps so many different files one after the other, measures that, then opens each and erases it, which is not measured. */
export async function measureWay(
  way: Way,
  { bytes, files }: { readonly bytes: number; readonly files: number },
): Promise<{ readonly cost: Cost; readonly isExact: boolean }> {
  const content = createNoise(bytes);
  const kept: string[] = [];
  const before = process.cpuUsage();
  const startedAt = performance.now();
  for (let index = 0; index < files; index += 1) {
    content.writeUInt32BE(index);
    kept.push(await way.keep(toStream(content)));
  }
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  let isExact = new Set(kept).size === files;
  for (const [index, sha256] of kept.entries()) {
    content.writeUInt32BE(index);
    isExact &&= createHash('sha256').update(content).digest('hex') === sha256;
    // Read through: contents held in memory would be collected in the next round, and be paid for there.
    const there = createHash('sha256');
    await pipeline(await way.open(sha256), there);
    isExact &&= there.digest('hex') === sha256;
    await way.erase(sha256);
  }
  return { cost: { wallMs, cpuMs: (user + system) / 1_000 }, isExact };
}

function toStream(content: Buffer): Readable {
  const chunks = function* (): Generator<Buffer> {
    for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK);
  };
  return Readable.from(chunks());
}

/** The same bytes in every run, that look like any. */
const createNoise = (bytes: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(bytes));
