import type { ColumnCipher } from '@motcua/postgres';
import type { Pool } from 'pg';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { issuerOf, type Config } from '../config.ts';
import { deriveKeys } from '../keys/derive-key.ts';
import { API_RESOURCE } from './api-resource.ts';
import { CLI_CLIENT, listClients } from './clients.ts';
import { findOrMakeGrant, interactionPolicy } from './interaction-policy.ts';
import { OidcRecordAdapter } from './oidc-record.adapter.ts';
import { lifetimes } from './lifetimes.ts';
import { providerPages } from './provider-pages.ts';
import { ProgramClients } from './program-clients.ts';
import type { ProgramSignIns } from './program-sign-ins.ts';
import { readSigningKeys } from './signing-keys.ts';
import { toSid } from './sign-in-id.ts';
import { TokenClaims } from './token-claims.ts';

const apiServer = (audience: string) => ({
  scope: '',
  audience,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: lifetimes.AccessToken,
  jwt: { sign: { alg: 'ES256' as const } },
});

interface ProviderParts {
  readonly pool: Pool;
  readonly cipher: ColumnCipher;
  readonly programs: ProgramSignIns;
}

/** OpenID Connect as it is needed here and not more: what is off is not there to be attacked. */
export function createProvider(config: Config, { pool, cipher, programs }: ProviderParts): Provider {
  const claims = new TokenClaims(pool, programs);
  const provider = new Provider(issuerOf(config), {
    adapter: (kind) => (kind === 'Client' ? new ProgramClients(programs.accounts) : new OidcRecordAdapter(kind, pool, cipher)),
    clients: listClients(config),
    jwks: readSigningKeys(config.SIGNING_KEYS),
    cookies: {
      keys: deriveKeys(config.IDENTITY_KEYS, 'cookies'),
      names: { session: 'motcua_identity', interaction: 'motcua_sign_in', resume: 'motcua_resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/identity' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ...shape,
    features: { ...features, resourceIndicators: createResources(config.AUTH_AUDIENCE) },
    findAccount: (_ctx, id) => claims.findPerson(id),
    extraTokenClaims: (ctx, token) =>
      token.kind === 'ClientCredentials'
        ? claims.ofProgram(token.clientId ?? '')
        : claims
            .ofPerson('accountId' in token ? token.accountId : '')
            .then((own) => ({ ...own, ...toSessionClaims(ctx, token.clientId) })),
    renderError: providerPages.error,
  });
  // The addresses of the outside are those of the issuer: `mountProvider` says so of every request.
  provider.proxy = true;
  return provider;
}

const shape = {
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  responseTypes: ['code'],
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access'],
  claims: { acr: null, auth_time: null, iss: null, sid: null, openid: ['sub', 'name', 'posts', 'amr'] },
  ttl: lifetimes,
  interactions: { policy: interactionPolicy, url: (_ctx, { uid }) => `/identity/interaction/${uid}` },
  loadExistingGrant: findOrMakeGrant,
  // Programs that are signed in by device go on when the browser's session ends; what the gateway holds for a browser ends with it.
  issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
  expiresWithSession: (ctx) => Promise.resolve(ctx.oidc.client?.clientId !== CLI_CLIENT),
  // Of clients without a secret: the gateway shows its own, and an answer that is lost on the way must sign nobody out.
  rotateRefreshToken: ({ oidc: { client } }) => client?.clientAuthMethod === 'none',
  clientBasedCORS: () => false,
  // Addresses come from our own configuration and are inside: the guard against inner addresses would refuse them.
  fetch: (url: string | URL | Request, { dispatcher: _guard, ...options }: RequestInit & { dispatcher?: unknown } = {}) =>
    globalThis.fetch(url, options),
} satisfies Configuration;

const features = {
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  clientCredentials: { enabled: true },
  revocation: { enabled: true },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: { enabled: true, logoutSource: providerPages.logout, postLogoutSuccessSource: providerPages.loggedOut },
  deviceFlow: {
    enabled: true,
    charset: 'base-20' as const,
    mask: '****-****',
    deviceInfo: () => ({}),
    userCodeInputSource: providerPages.deviceCode,
    userCodeConfirmSource: providerPages.deviceConfirm,
    successSource: providerPages.deviceDone,
  },
} satisfies Configuration['features'];

const createResources = (audience: string) => ({
  enabled: true,
  defaultResource: () => API_RESOURCE,
  useGrantedResource: () => true,
  getResourceServerInfo: () => apiServer(audience),
});

/** How somebody signed in, and where. */
function toSessionClaims({ oidc: { entities } }: KoaContextWithOIDC, clientId?: string): Readonly<Record<string, unknown>> {
  const { amr, sid, grantId } = entities.AuthorizationCode ?? entities.DeviceCode ?? entities.RefreshToken ?? {};
  return { amr, sid: toSid({ clientId, grantId, sid }) };
}
