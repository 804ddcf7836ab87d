import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from './mutant.ts';

const root = resolve(import.meta.dirname, '../../../..');
const LONGEST_MS = 5 * 60_000;

/** `broken`: the check could not be run at all. Only an expectation that fails has seen a bug. */
export interface Outcome {
  readonly outcome: 'caught' | 'survived' | 'broken';
  /** The first spec that failed; of a check that is broken what it said. */
  readonly by: string;
  readonly seconds: number;
}

/** What Jest writes for programs. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs the check of a bug with that bug in place; no file of the tree is changed. */
export async function runMutant({ name, check: { project, kind, spec } }: Mutant): Promise<Outcome> {
  const begun = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'motcua-mutant-'));
  const answer = join(folder, 'jest.json');
  const said = await runJest([project, kind, spec, '-w', '1', '--json', '--outputFile', answer], name);
  const report = await readFile(answer, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  await rm(folder, { recursive: true });
  return { ...judge(report, said), seconds: (performance.now() - begun) / 1_000 };
}

function judge(report: Report | undefined, said: string): Omit<Outcome, 'seconds'> {
  if (report === undefined) return { outcome: 'broken', by: said.trim().split('\n').slice(-5).join('\n') };
  const unable = report.testResults.find(({ assertionResults, message }) => assertionResults.length === 0 && message !== '');
  if (unable !== undefined) return { outcome: 'broken', by: unable.message };
  if (report.numTotalTests === 0) return { outcome: 'broken', by: 'no spec was run' };
  const failed = report.testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  return failed === undefined ? { outcome: 'survived', by: '' } : { outcome: 'caught', by: failed.fullName };
}

/** @returns what it said */
function runJest(args: readonly string[], mutant: string): Promise<string> {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'libs/tooling/run-jest.js', ...args];
  const env = { ...process.env, MOTCUA_MUTANT: mutant, NODE_OPTIONS: undefined };
  return new Promise((settle) => {
    execFile(process.execPath, jest, { cwd: root, timeout: LONGEST_MS, maxBuffer: 2 ** 26, env }, (_error, stdout, stderr) => {
      settle(`${stdout}\n${stderr}`);
    });
  });
}
