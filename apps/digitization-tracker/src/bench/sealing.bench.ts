import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBenchDatabase } from './bench-database.ts';
import { createClearWay, createSealedWay, type Way } from './store-ways.ts';
import { measureWay, type Cost } from './measure-way.ts';

export interface SealingBenchOptions {
  /** A role that may create databases and roles. */
  readonly databaseUrl: string;
  /** Of each size so many megabytes, in each round. */
  readonly megabytes: number;
  /** Clear and sealed take turns so often. */
  readonly rounds: number;
  readonly onProgress?: (message: string) => void;
}

/** 200 kB is a page, 20 MB a thick file. */
export const sizes = { small: 200_000, medium: 2_000_000, large: 20_000_000 } as const;
export type SizeName = keyof typeof sizes;

export interface SizeResult {
  readonly bytes: number;
  readonly files: number;
  readonly clear: Cost;
  readonly sealed: Cost;
  /** Sealed over clear; 0 where a file is not what was kept. */
  readonly ratios: Cost;
}

export interface SealingBenchResult {
  readonly bench: 'sealing';
  readonly runs: Readonly<Record<SizeName, SizeResult>>;
  /** What sealing adds in CPU: so much a file, and so much a megabyte more. */
  readonly added: { readonly cpuMsAFile: number; readonly cpuMsAMegabyte: number };
  readonly exact: boolean;
}

/**
 * What encryption costs an upload: files streamed into the staging folder, read once to be examined, and kept in a folder, sealed as the
 * service does it; against the same steps in clear, as it did them before (baseline), in the same process and on the same disk.
 */
export async function runSealingBench({
  databaseUrl,
  megabytes,
  rounds,
  onProgress = () => undefined,
}: SealingBenchOptions): Promise<SealingBenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-sealing-'));
  const database = await createBenchDatabase(databaseUrl);
  try {
    const ways = { clear: createClearWay(join(folder, 'clear')), sealed: createSealedWay(join(folder, 'sealed'), database.pool) };
    const runs: Partial<Record<SizeName, SizeResult>> = {};
    let exact = true;
    for (const name of ['small', 'medium', 'large'] as const) {
      onProgress(`files of ${sizes[name] / 1_000} kB`);
      const measured = await measureSize(
        ways,
        sizes[name],
        Math.max(1, Math.round((megabytes * 1_000_000) / sizes[name])),
        rounds,
      );
      exact &&= measured.exact;
      runs[name] = measured.result;
    }
    const all = runs as Record<SizeName, SizeResult>; // Each was measured just above.
    return { bench: 'sealing', runs: all, added: toAdded(all), exact };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureSize(ways: Readonly<Record<'clear' | 'sealed', Way>>, bytes: number, files: number, rounds: number) {
  const total = { clear: none, sealed: none };
  let exact = true;
  // The first round is not counted: what runs the first times is not yet compiled.
  for (let round = 0; round <= rounds; round += 1)
    for (const name of ['clear', 'sealed'] as const) {
      const { cost, isExact } = await measureWay(ways[name], { bytes, files: round === 0 ? Math.min(files, 20) : files });
      exact &&= isExact;
      if (round > 0) total[name] = plus(total[name], cost);
    }
  const clear = toEach(total.clear, files * rounds);
  const sealed = toEach(total.sealed, files * rounds);
  const ratio = (of: keyof Cost): number => (exact ? round(sealed[of] / clear[of]) : 0);
  return {
    exact,
    result: { bytes, files: files * rounds, clear, sealed, ratios: { wallMs: ratio('wallMs'), cpuMs: ratio('cpuMs') } },
  };
}

/** A line through the smallest and the largest size. */
function toAdded({ small, large }: Readonly<Record<SizeName, SizeResult>>): SealingBenchResult['added'] {
  const [first, last] = [small, large].map(({ clear, sealed }) => sealed.cpuMs - clear.cpuMs) as [number, number]; // Of two, two.
  const aMegabyte = (last - first) / ((large.bytes - small.bytes) / 1_000_000);
  return { cpuMsAFile: round(first - aMegabyte * (small.bytes / 1_000_000)), cpuMsAMegabyte: round(aMegabyte) };
}

const none: Cost = { wallMs: 0, cpuMs: 0 };
const round = (value: number): number => Number(value.toFixed(3));
const plus = (one: Cost, other: Cost): Cost => ({ wallMs: one.wallMs + other.wallMs, cpuMs: one.cpuMs + other.cpuMs });
const toEach = ({ wallMs, cpuMs }: Cost, files: number): Cost => ({ wallMs: round(wallMs / files), cpuMs: round(cpuMs / files) });
