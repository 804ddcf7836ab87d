import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { bostonAsOf, bostonFile, bostonMapping } from './boston/boston-file.ts';
import { expectBostonBoard } from './boston/expect-boston-board.ts';
import { expectEntries, expectFigures, expectFiles, expectRatings } from './documents/expect-day.ts';
import { planDay } from './documents/plan-day.ts';
import { DocumentDay } from './documents/play-day.ts';
import { createRandom } from './faults/random.ts';
import { killWhileImporting } from './faults/kill-while-importing.ts';
import { type CommandResult, motcuaJson, runMotcua, type RunningStack, startStack } from '@motcua/testing/stack';

const seeds = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? '1') }, (_, index) => index + 1);
const importArgs = ['import', bostonFile, '--mapping', bostonMapping, '--as-of', bostonAsOf];
/** The exit code by which `motcua verify` says that it could compare nothing now. */
const NOT_COMPARABLE = 2;

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
    'keeps every figure, file and rating exact while projection, relay, broker and uploads are killed (seed %i)',
    async (seed) => {
      const planned = await planDay(createRandom(1_000 + seed));
      stack = await startStack(['--no-scenario', '--no-simulate']);
      const { home } = stack;
      const day = await DocumentDay.begin(stack, planned);

      const importing = runMotcua(home, [...importArgs, '--json']);
      const [kills, cutUploads] = await Promise.all([
        Promise.race([killWhileImporting(stack, createRandom(seed)), failWithImport(importing)]),
        day.play(),
      ]);
      const firstRun = await importing;
      expect(kills).toEqual({ 'kpi-aggregator': 3, 'dossier-intake': 1, kafka: 1 });
      // Killed in the middle of an upload, each time: nobody was told that it had been kept.
      expect(cutUploads).toHaveLength(planned.strikes.length);
      expect(cutUploads.filter((status) => status !== undefined && status < 500)).toEqual([]);
      expect({ code: firstRun.code, stderr: firstRun.stderr }).toEqual({ code: 0, stderr: expect.any(String) });
      const imported = JSON.parse(firstRun.stdout) as ImportReport;
      expect(imported).toMatchObject({ rows: 36_766, rejected: [], verdicts: { different: [] } });

      await expectFiles(day);
      await expectRatings(day);
      await expectEntries(day);
      await expectFigures(day);
      expect(await verifyWhenComparable(home)).toMatchObject({
        code: 0,
        report: {
          outcome: 'equal',
          differences: [],
          parts: { figures: 'equal', storedFiles: 'equal', ratings: 'equal' },
          storedFiles: { files: planned.dossiers.flatMap(({ files }) => files).length, missing: [], damaged: [], orphaned: [] },
          ratings: { ratings: planned.dossiers.filter(({ rating }) => rating !== undefined).length, different: [] },
        },
      });
      await expectBostonBoard(home);

      const again = await motcuaJson<ImportReport>(home, ...importArgs);
      expect(again).toMatchObject({
        rows: 36_766,
        dossiers: 0,
        events: 0,
        verdicts: { compared: 36_757, equal: 36_757, different: [] },
      });
    },
    900_000,
  );
});

/** Rejects with the import's own words when it gives up; while it goes on, or is done, it says nothing. */
async function failWithImport(importing: Promise<CommandResult>): Promise<never> {
  const { code, stdout, stderr } = await importing;
  if (code !== 0) throw new Error(`the import exited ${code}:\n${stdout}\n${stderr}`);
  return new Promise(() => undefined);
}

/** The first report that compares anything, with its exit code; a difference is reported at once and never waited away. */
function verifyWhenComparable(home: string): Promise<{ code: number; report: unknown }> {
  return waitFor(
    async () => {
      const { code, stdout } = await runMotcua(home, ['verify', '--json']);
      return code === NOT_COMPARABLE ? undefined : { code, report: JSON.parse(stdout) as unknown };
    },
    { timeoutMs: 300_000, describe: 'projection and log can be compared' },
  );
}
