import { InstitutionalList, type InstitutionalFigure } from '@motcua/contracts';
import { createGatewayClient, type GatewayClient, retryWhileAway } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { scenarioPeriod } from '../thanh-ba/generate-thanh-ba.ts';
import { readInstitutionalScenario } from './institutional-scenario.ts';

const LANES = 4;

/** Enters the scenario's institutional figures through the API; the units must be known. What is there, corrected or not, stays. */
export async function seedInstitutional({
  stack,
}: {
  stack: Pick<StackConnection, 'gatewayUrl' | 'createToken'>;
}): Promise<void> {
  const client = createGatewayClient(stack, { role: 'admin' });
  const figures = await listMissing(client, await readInstitutionalScenario());
  let next = 0;
  const work = async (): Promise<void> => {
    for (let figure = figures[next++]; figure !== undefined; figure = figures[next++]) {
      const path = `/v1/institutional-figures/${figure.kind}/${encodeURIComponent(figure.unit)}`;
      const body = figure;
      await retryWhileAway(() => client.request(path, { method: 'PUT', body }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
}

async function listMissing(client: GatewayClient, figures: readonly InstitutionalFigure[]): Promise<InstitutionalFigure[]> {
  const query = { unit: 'thanh-ba', ...scenarioPeriod };
  const answer = await retryWhileAway(() => client.request('/v1/institutional-figures', { query }));
  const there = new Set(InstitutionalList.parse(answer).figures.map(({ document }) => toValidity(document)));
  return figures.filter((figure) => !there.has(toValidity(figure)));
}

const toValidity = ({ kind, unit, validFrom }: InstitutionalFigure): string => `${kind}/${unit}/${validFrom}`;
