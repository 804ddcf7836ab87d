import { createCatalogueClient } from '@motcua/client/catalogue';
import { isAway, retryWhileAway, type GatewayClient } from '@motcua/client';
import { ReformAnswer, ReformList, ReformView, type ReformDocument } from '@motcua/contracts';
import { formatCount } from '@motcua/terminal';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 500;
/** The catalogue takes a request in one transaction, which may not last long: a province has thousands of staff. */
const AT_ONCE = 50;

const pathOf = (id: string, what = ''): string => `/v1/reforms/${encodeURIComponent(id)}${what}`;

/** What a reform would do, or, with `apply`, the job that does it. */
export async function tryReform(client: GatewayClient, reform: ReformDocument, apply: boolean): Promise<ReformAnswer> {
  return ReformAnswer.parse(await client.request('/v1/reforms', { method: 'POST', body: { reform, apply } }));
}

export async function listReforms(client: GatewayClient): Promise<ReformView[]> {
  return ReformList.parse(await client.request('/v1/reforms')).reforms;
}

export async function getReform(client: GatewayClient, id: string): Promise<ReformView> {
  return ReformView.parse(await client.request(pathOf(id)));
}

export async function decideReform(client: GatewayClient, id: string, decision: 'confirm' | 'revert'): Promise<ReformView> {
  return ReformView.parse(await client.request(pathOf(id, `/${decision}`), { method: 'POST', body: {} }));
}

/** Gives the catalogue what it is to have of a reform in its state. May be repeated: an equal document changes nothing. */
export async function putCatalogue(client: GatewayClient, { catalogue }: Pick<ReformView, 'catalogue'>): Promise<void> {
  const catalogueClient = createCatalogueClient(client);
  // Units come together: those that end name those that begin.
  await catalogueClient.put('units', catalogue.units);
  for (let from = 0; from < catalogue.staff.length; from += AT_ONCE)
    await catalogueClient.put('staff', catalogue.staff.slice(from, from + AT_ONCE));
}

/** Follows a reform until its dossiers have moved, or have moved back; `say` hears how far it is. A service that is away for a moment is waited for. */
export async function followReform(client: GatewayClient, id: string, say: (detail: string) => void): Promise<ReformView> {
  for (;;) {
    const reform = await retryWhileAway(() => getReform(client, id)).catch((error: unknown) => {
      if (isAway(error)) return undefined;
      throw error;
    });
    if (reform !== undefined && !['planning', 'applying', 'reverting'].includes(reform.state)) return reform;
    if (reform !== undefined) say(toDetail(reform));
    await sleep(POLL_MS);
  }
}

function toDetail({ state, waitsFor, moved, planned, returned }: ReformView): string {
  if (state === 'planning')
    return waitsFor.length > 0 ? `waiting for the catalogue: ${waitsFor.join(', ')}` : 'finding the dossiers';
  const done = state === 'reverting' ? returned : moved;
  return `${formatCount(done)} of ${formatCount(done + (state === 'reverting' ? moved : planned))} dossiers`;
}
