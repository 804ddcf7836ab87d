import { ClockPage, type ClockLine, type ClockState, type SlaClock } from '@motcua/contracts';
import type { GatewayClient } from '@motcua/client';

export interface ClockQuery {
  readonly unit: string;
  readonly state?: ClockState | undefined;
  readonly clock?: SlaClock | undefined;
  readonly officer?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Clocks of one moment, and how many there are beyond those listed. */
export interface ClockList {
  readonly unit: string;
  readonly asOf: string;
  readonly count: number;
  readonly clocks: ClockLine[];
}

const PAGE = 500;

/** The soonest due first, page after page, until `limit`. The first page's moment holds for all of them. */
export async function listClocks(client: GatewayClient, query: ClockQuery, limit: number): Promise<ClockList> {
  const first = await getPage(client, query, Math.min(PAGE, limit));
  const list = { unit: first.unit, asOf: first.asOf, count: first.count, clocks: first.clocks };
  let cursor = first.next;
  while (cursor !== null && list.clocks.length < limit) {
    const page = await getPage(client, { ...query, asOf: list.asOf }, Math.min(PAGE, limit - list.clocks.length), cursor);
    list.clocks.push(...page.clocks);
    cursor = page.next;
  }
  return list;
}

async function getPage(client: GatewayClient, query: ClockQuery, limit: number, cursor?: string): Promise<ClockPage> {
  return ClockPage.parse(await client.request('/v1/clocks', { query: { ...query, sort: 'due', limit, cursor } }));
}
