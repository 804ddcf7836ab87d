import { createGatewayClient } from '../../stack/gateway-client.ts';
import { retryWhileAway } from '../../stack/retry-while-away.ts';
import type { StackConnection } from '../../stack/stack-connection.ts';
import { readInstitutionalScenario } from './institutional-scenario.ts';

const LANES = 4;

/** Enters the scenario's institutional figures through the API; the units must be known. Repeated, it changes nothing. */
export async function seedInstitutional({
  stack,
}: {
  stack: Pick<StackConnection, 'gatewayUrl' | 'createToken'>;
}): Promise<void> {
  const client = createGatewayClient(stack, { role: 'system' });
  const figures = await readInstitutionalScenario();
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
