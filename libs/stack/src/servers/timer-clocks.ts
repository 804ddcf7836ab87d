import { setDatabaseClock } from '@motcua/postgres';

/** The schemas whose services act when time comes. */
const TIMED_SCHEMAS = ['sla', 'notification'];

/**
 * Sets what the timers take for the present moment, or, without `clock`, gives them the server's time back after a drill. Only on the
 * embedded database: a given one may be somebody's real one, and its clock is never touched.
 */
export async function setTimerClocks(adminUrl: string, env: NodeJS.ProcessEnv, clock: Date | undefined): Promise<void> {
  if ((env['DATABASE_URL'] ?? '') !== '') return;
  for (const schema of TIMED_SCHEMAS) await setDatabaseClock(adminUrl, schema, clock === undefined ? undefined : { at: clock });
}
