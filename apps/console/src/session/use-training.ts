import { useSession } from './session-context.ts';
import type { Post } from './session.ts';

export const isSamePost = (one: Post, other: Post): boolean => one.role === other.role && one.unit === other.unit;

/** Whether the session is in a post of training: nothing done in it counts. */
export function useIsTraining(): boolean {
  const { post, training } = useSession();
  return training.some((one) => isSamePost(one, post));
}
