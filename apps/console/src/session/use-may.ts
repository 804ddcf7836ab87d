import { rules, type Action } from '@motcua/access/rules';
import { useSession } from './session-context.ts';

/** Whether the post that one is in has an action at all; of which units, the API says. */
export function useMay(): (action: Action) => boolean {
  const { post } = useSession();
  return (action) => rules[action].to[post.role] !== undefined;
}
