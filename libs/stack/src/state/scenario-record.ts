import pg from 'pg';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import type { StackPaths } from './stack-paths.ts';

/** `.motcua/scenario.json`: what was put into which store. */
const ScenarioRecord = z.object({
  /** Identity of the database; a record about another one says nothing. */
  store: z.string(),
  referenceSeededAt: z.string().optional(),
  /** When the rule sets had the escalation policies of their clocks; a store of an earlier version had none. */
  clocksSeededAt: z.string().optional(),
  /** When the staff were in the catalogue; of a store of an earlier version notification alone knew them. */
  staffSeededAt: z.string().optional(),
  /** When the catalogue had the reasons of commands; a store of an earlier version had none. */
  reasonsSeededAt: z.string().optional(),
  /** When the staff's addresses, notification rules and targets were in. */
  noticesSeededAt: z.string().optional(),
  scenarioLoadedAt: z.string().optional(),
  /** When what was digitized of the scenario was in; a store of an earlier version had none of it. */
  documentsLoadedAt: z.string().optional(),
  /** When kpi-aggregator had caught up with the loaded scenario for the first time. */
  projectedAt: z.string().optional(),
});
export type ScenarioRecord = z.infer<typeof ScenarioRecord>;

export async function findScenarioRecord(paths: StackPaths, store: string): Promise<ScenarioRecord> {
  const parsed = ScenarioRecord.safeParse(await readJsonFile(paths.scenarioFile).catch(() => undefined));
  return parsed.success && parsed.data.store === store ? parsed.data : { store };
}

export const writeScenarioRecord = (paths: StackPaths, record: ScenarioRecord): Promise<void> =>
  writeJsonFile(paths.scenarioFile, record);

/** `<system identifier>/<database oid>`: stays over restarts, differs after a reset or for another given database. */
export async function getStoreIdentity(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ identity: string }>(
      `SELECT (SELECT system_identifier FROM pg_control_system()) || '/' ||
              (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity`,
    );
    const identity = rows[0]?.identity;
    if (identity === undefined) throw new Error('The database did not say which one it is.');
    return identity;
  } finally {
    await client.end();
  }
}
