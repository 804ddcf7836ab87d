import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Of one schedule, as `motcua drill --json` prints it. */
export interface Schedule {
  readonly seed: number;
  readonly violations: readonly { readonly promise: string; readonly what: string }[];
}

/** Runs schedules that one class leads on the stack that is built in a checkout, from its sources; its own evidence is thrown away. */
export async function runCampaign(top: string, fault: string, seeds: number): Promise<readonly Schedule[]> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-planted-'));
  const evidence = join(folder, 'evidence.jsonl');
  const drill = [
    'apps/drill-e2e/src/campaign/main.ts',
    '--seeds',
    String(seeds),
    '--fault',
    fault,
    '--evidence',
    evidence,
    '--json',
  ];
  const node = ['--conditions=@motcua/source', '--import', './libs/testing/src/jest/run-typescript.js'];
  const child = spawn(process.execPath, [...node, ...drill, '--until-broken'], {
    cwd: top,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  try {
    return (JSON.parse(await text(child.stdout)) as { readonly schedules: readonly Schedule[] }).schedules;
  } finally {
    process.off('SIGTERM', stop);
    await rm(folder, { recursive: true, force: true });
  }
}
