import { interactionPolicy as policies, type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import { API_RESOURCE } from './api-resource.ts';
import { CLI_CLIENT } from './clients.ts';

/**
 * Everybody types their password for each session of a client: the gateway ends what is idle, and a session that lived on here would
 * open it again without a word. Nobody is asked for consent: the clients are parts of the product.
 */
export const interactionPolicy = createPolicy();

function createPolicy() {
  const policy = policies.base();
  policy.remove('consent');
  const check = new policies.Check('each_time', 'each session begins with a sign-in', 'login_required', ({ oidc }) =>
    oidc.result?.login === undefined ? policies.Check.REQUEST_PROMPT : policies.Check.NO_NEED_TO_PROMPT,
  );
  policy.get('login')?.checks.add(check);
  return policy;
}

/**
 * What a client may see of somebody: all that there is to see. Each sign-in of a terminal has a grant of its own: two that were confirmed in
 * one browser would end together, and one that begins after it would be taken for the one that has ended.
 */
export async function findOrMakeGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const isNewTerminal = client.clientId === CLI_CLIENT && ctx.oidc.result?.login !== undefined;
  const known = isNewTerminal ? undefined : session.grantIdFor(client.clientId);
  const grant = known === undefined ? undefined : await provider.Grant.find(known);
  if (grant !== undefined && grant.accountId === session.accountId) return grant;
  const made = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  made.addOIDCScope('openid offline_access');
  made.addResourceScope(API_RESOURCE, '');
  await made.save();
  return made;
}
