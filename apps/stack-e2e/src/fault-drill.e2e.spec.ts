import { afterEach, describe, expect, it } from '@jest/globals';
import type { VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { bostonAsOf, bostonFile, bostonMapping } from './boston/boston-file.ts';
import { expectBostonBoard } from './boston/expect-boston-board.ts';
import { createRandom } from './faults/random.ts';
import { killWhileImporting } from './faults/kill-while-importing.ts';
import { motcuaJson, runMotcua, type CommandResult } from './stack/motcua.ts';
import { startStack, type RunningStack } from './stack/running-stack.ts';

const seeds = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? '1') }, (_, index) => index + 1);
const importArgs = ['import', bostonFile, '--mapping', bostonMapping, '--as-of', bostonAsOf];

interface ImportReport {
  readonly rows: number;
  readonly dossiers: number;
  readonly events: number;
  readonly rejected: readonly unknown[];
  readonly verdicts: { readonly compared: number; readonly equal: number; readonly different: readonly unknown[] };
}

describe('the stack under faults', () => {
  let stack: RunningStack | undefined;
  afterEach(async () => {
    await stack?.stop();
    stack = undefined;
  }, 60_000);

  it.each(seeds)(
    'keeps every figure exact while projection, relay and broker are killed (seed %i)',
    async (seed) => {
      stack = await startStack(['--no-scenario', '--no-simulate']);
      const { home } = stack;

      const importing = runMotcua(home, [...importArgs, '--json']);
      const kills = await Promise.race([killWhileImporting(stack, createRandom(seed)), failWithImport(importing)]);
      const firstRun = await importing;
      expect(kills).toEqual({ 'kpi-aggregator': 3, 'dossier-intake': 1, kafka: 1 });
      expect({ code: firstRun.code, stderr: firstRun.stderr }).toEqual({ code: 0, stderr: expect.any(String) });
      const imported = JSON.parse(firstRun.stdout) as ImportReport;
      expect(imported).toMatchObject({ rows: 36_766, rejected: [], verdicts: { different: [] } });

      expect(await verifyWhenComparable(home)).toMatchObject({ outcome: 'equal', differences: [] });
      await expectBostonBoard(home);

      const again = await motcuaJson<ImportReport>(home, ...importArgs);
      expect(again).toMatchObject({
        rows: 36_766,
        dossiers: 0,
        events: 0,
        verdicts: { compared: 36_757, equal: 36_757, different: [] },
      });
    },
    400_000,
  );
});

/** Rejects with the import's own words when it gives up; while it goes on, or is done, it says nothing. */
async function failWithImport(importing: Promise<CommandResult>): Promise<never> {
  const { code, stdout, stderr } = await importing;
  if (code !== 0) throw new Error(`the import exited ${code}:\n${stdout}\n${stderr}`);
  return new Promise(() => undefined);
}

/** The first report that compares anything; a difference is reported at once and never waited away. */
function verifyWhenComparable(home: string): Promise<VerifyReport> {
  return waitFor(
    async () => {
      const { stdout } = await runMotcua(home, ['verify', '--json']);
      const report = JSON.parse(stdout) as Partial<VerifyReport>;
      return report.outcome === 'equal' || report.outcome === 'different' ? (report as VerifyReport) : undefined;
    },
    { timeoutMs: 120_000, describe: 'projection and log can be compared' },
  );
}
