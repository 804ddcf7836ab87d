import { Board, IndicatorView, type BoardGrouping, type OrganisationReading } from '@motcua/contracts/kpi';
import { z } from 'zod';
import type { GatewayClient } from '@motcua/client';
import type { Period } from '@motcua/terminal';

export interface BoardQuery {
  readonly unit: string;
  readonly period: Period;
  readonly by?: BoardGrouping | undefined;
  /** ISO 8601 with an offset; without it the present moment. */
  readonly asOf?: string | undefined;
  /** ISO 8601, or `close`; without it all that is known now. */
  readonly knownAt?: string | undefined;
  /** Under which units; without it as-was. */
  readonly organisation?: OrganisationReading | undefined;
}

/** A board as the service answers it: nothing is computed on this side. */
export async function getBoard(client: GatewayClient, { unit, period, ...asked }: BoardQuery): Promise<Board> {
  const { by, asOf, knownAt, organisation } = asked;
  return Board.parse(await client.request('/v1/board', { query: { unit, ...period, by, asOf, knownAt, organisation } }));
}

/** The indicators of a board, in the order of the registry. Others are no columns of it: they are opened by `motcua evidence`. */
export async function listIndicators(client: GatewayClient): Promise<IndicatorView[]> {
  const answer = await client.request('/v1/indicators');
  const list = Array.isArray(answer) ? answer : (answer as { indicators?: unknown }).indicators;
  return z
    .array(IndicatorView)
    .parse(list)
    .filter(({ opens }) => opens.as === 'dossiers');
}
