import { setDatabaseClock, type ShiftedClock } from '@motcua/postgres';
import { readStackFile, type RunningStack } from '@motcua/testing/stack';

/** The schemas of the services that act when time comes. */
const schemas = ['sla', 'notification'] as const;

/** Sets the clocks by which the stack warns and sends. `speed: 0` holds them still. */
export async function setClocks(stack: RunningStack, clock: ShiftedClock): Promise<void> {
  const { url } = (await readStackFile(stack.home)).postgres;
  await Promise.all(schemas.map((schema) => setDatabaseClock(url, schema, clock)));
}
