import { queryStack, type RunningStack } from '@motcua/testing/stack';
import { hasFollowed, isQuiet } from '../alerts/timer-state.ts';

/** Whether every message that may go out now has gone. */
export async function isDelivered(stack: RunningStack): Promise<boolean> {
  const [count] = await queryStack<{ waiting: number }>(
    stack,
    `SELECT count(*)::int AS waiting FROM notification.delivery
     WHERE state IN ('pending', 'sending') AND (not_before IS NULL OR not_before <= now())`,
  );
  return count?.waiting === 0;
}

/** Whether timers and notices know of every dossier what the event table knows. */
export async function isFollowed(stack: RunningStack): Promise<boolean> {
  return (await hasFollowed(stack)) && (await isQuiet(stack)) && (await isDelivered(stack));
}
