import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { SessionContext } from './session-context.ts';
import { sessionQuery, toSignIn } from './session.ts';

/** Lets in who is signed in; anyone else goes to the door and comes back to the page that they asked for. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const isSignedOut = data === null || (error instanceof ApiProblem && error.status === 401);
  useEffect(() => {
    if (isSignedOut) window.location.assign(toSignIn(window.location.pathname + window.location.search));
  }, [isSignedOut]);

  // A session that was there and is gone shows nothing any more.
  if (isSignedOut) return <Loading />;
  if (data !== undefined) return <SessionContext value={data}>{children}</SessionContext>;
  return error === null ? <Loading /> : <Failed error={error} onRetry={() => void refetch()} isPage />;
}
