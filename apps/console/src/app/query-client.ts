import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';
import { onSignedOut } from '../api/signed-out.ts';
import { sessionQuery } from '../session/session.ts';

const RETRIES = 2;

/** What was asked for and is kept; a refusal is not asked again, and one for want of a session asks whether there is one. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < RETRIES,
      },
    },
  });
  onSignedOut(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }));
  return client;
}
