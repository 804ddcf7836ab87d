import { createBenchFiles, type BenchFiles } from './bench-files.ts';
import { createBenchFixture, type BenchFixture } from './bench-fixture.ts';
import { areContentsExact } from './check-contents.ts';
import { CLIENTS, sendFiles, type Speed } from './send-files.ts';
import { startPlainServer } from './start-process.ts';

export interface UploadBenchOptions {
  /** A role that may create databases and roles. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Files of 200 kB. */
  readonly small: number;
  /** Files of 10 MB. */
  readonly large: number;
  readonly onProgress?: (message: string) => void;
}

export type RunName = 'baselineSmall' | 'oursSmall' | 'baselineLarge' | 'oursLarge';

export interface BenchResult {
  readonly bench: 'upload';
  readonly small: number;
  readonly large: number;
  readonly clients: number;
  readonly runs: Readonly<Record<RunName, Speed>>;
  /** Uploads a second of ours over the baseline's; 0 where a file is not there, or not what was sent. */
  readonly ratios: { readonly small: number; readonly large: number };
  readonly exact: boolean;
}

const SMALL_BYTES = 200_000;
const LARGE_BYTES = 10_000_000;
/** Sent to each server before it is measured: what runs the first times is not yet compiled. */
const WARM_UP = 20;

/** Uploads through the service, against a server that writes the same bytes to the same disk and does nothing else, in one call. */
export async function runUploadBench({
  databaseUrl,
  brokers,
  small,
  large,
  onProgress = () => undefined,
}: UploadBenchOptions): Promise<BenchResult> {
  onProgress('making files');
  const files = {
    warmUp: await createBenchFiles('warm-up', WARM_UP, SMALL_BYTES),
    small: await createBenchFiles('small', small, SMALL_BYTES),
    large: await createBenchFiles('large', large, LARGE_BYTES),
  };
  onProgress('the service, and a checklist for each dossier');
  const fixture = await createBenchFixture({ databaseUrl, brokers, files: WARM_UP + small + large });
  try {
    const baseline = await runBaseline(fixture, files, onProgress);
    const ours = await runOurs(fixture, files, onProgress);
    onProgress('checking every file');
    const exact = await areContentsExact(fixture, Object.values(files));
    const score = (of: 'small' | 'large'): number =>
      exact ? Number((ours[of].uploadsPerSecond / baseline[of].uploadsPerSecond).toFixed(3)) : 0;
    return {
      bench: 'upload',
      small,
      large,
      clients: CLIENTS,
      runs: { baselineSmall: baseline.small, oursSmall: ours.small, baselineLarge: baseline.large, oursLarge: ours.large },
      ratios: { small: score('small'), large: score('large') },
      exact,
    };
  } finally {
    await fixture.close();
  }
}

type AllFiles = Readonly<Record<'warmUp' | 'small' | 'large', BenchFiles>>;
type Run = Readonly<Record<'small' | 'large', Speed>>;

async function runBaseline({ folder }: BenchFixture, files: AllFiles, onProgress: (message: string) => void): Promise<Run> {
  const server = await startPlainServer(folder);
  try {
    const request = () => ({ url: server.url, headers: {}, envelope: undefined });
    await sendFiles(files.warmUp, request);
    onProgress('baseline: bodies streamed to disk and forced there, files of 200 kB');
    const small = await sendFiles(files.small, request);
    onProgress('baseline: files of 10 MB');
    return { small, large: await sendFiles(files.large, request) };
  } finally {
    await server.stop();
  }
}

async function runOurs(fixture: BenchFixture, files: AllFiles, onProgress: (message: string) => void): Promise<Run> {
  await sendFiles(files.warmUp, await fixture.uploads());
  onProgress('ours: hashed, examined, kept and told of, files of 200 kB');
  const small = await sendFiles(files.small, await fixture.uploads());
  onProgress('ours: files of 10 MB');
  return { small, large: await sendFiles(files.large, await fixture.uploads()) };
}
