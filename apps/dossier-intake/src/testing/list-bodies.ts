import type { RunningIntake } from './start-intake.ts';

/** What the log publishes of a legacy system's dossier, in the order of its versions. */
export async function listBodies({ admin }: RunningIntake, sourceCode: string): Promise<Record<string, unknown>[]> {
  const { rows } = await admin.query<{ body: Record<string, unknown> }>(
    "SELECT body FROM intake.event_log WHERE body #>> '{data,sourceCode}' = $1 ORDER BY version",
    [sourceCode],
  );
  return rows.map(({ body }) => body);
}
