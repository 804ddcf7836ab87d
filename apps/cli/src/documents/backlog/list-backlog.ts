import { BacklogPage, type BacklogLine } from '@motcua/contracts';
import type { GatewayClient } from '@motcua/client';

export interface Backlog {
  readonly unit: string;
  readonly asOf: string;
  /** How many there are in all. */
  readonly count: number;
  readonly dossiers: readonly BacklogLine[];
}

const PAGE = 500;

/** What a unit and everything below it has still to scan, oldest first, page after page, until `limit`. */
export async function listBacklog(client: Pick<GatewayClient, 'request'>, unit: string, limit: number): Promise<Backlog> {
  const getPage = async (size: number, cursor?: string): Promise<BacklogPage> =>
    BacklogPage.parse(await client.request('/v1/backlog', { query: { unit, cursor, limit: Math.min(PAGE, size) } }));
  const first = await getPage(limit);
  const dossiers = [...first.dossiers];
  let cursor = first.next;
  while (cursor !== null && dossiers.length < limit) {
    const page = await getPage(limit - dossiers.length, cursor);
    dossiers.push(...page.dossiers);
    cursor = page.next;
  }
  return { unit: first.unit, asOf: first.asOf, count: first.count, dossiers };
}
