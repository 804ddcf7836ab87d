import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './states.tsx';

export interface AnswerProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Room that is kept while nothing is known, in pixels. */
  readonly height?: number;
  /** Whether it is the whole page. */
  readonly isPage?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought, or that it is on its way, or why it did not come. What was shown once stays while it is asked for again. */
export function Answer<Data>({ query, height, isPage = false, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <Failed error={query.error} onRetry={() => void query.refetch()} isPage={isPage} />;
  return <Loading {...(height === undefined ? {} : { height })} />;
}
