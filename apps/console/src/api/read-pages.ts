import { request } from './request.ts';
import type { QueryValues } from './to-query.ts';

interface Page {
  readonly next: string | null;
}

/** Pages of a list to its end, by the cursor of each. */
export async function readPages<One extends Page>(path: string, query: QueryValues, signal: AbortSignal): Promise<One[]> {
  const pages: One[] = [];
  let cursor: string | null = null;
  do {
    const page: One = await request<One>(path, { query: { ...query, cursor }, signal });
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}
