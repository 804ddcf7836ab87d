import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../session/session-context.ts';
import type { signOut } from '../session/session.ts';

/** Signs out, here or everywhere, and goes to where the provider leads. */
export function useLeave(): (how: typeof signOut) => void {
  const { person } = useSession();
  const client = useQueryClient();
  return (how) => {
    // What is kept on this device goes with its owner; only who leaves needs that code.
    void import('./leave.ts')
      .then(({ leaveOutbox }) => leaveOutbox(person.sub))
      // A browser that keeps nothing has nothing to forget: nobody is kept in for it.
      .catch(() => undefined)
      .then(how)
      .then(({ location }) => {
        client.clear();
        window.location.assign(location);
      });
  };
}
