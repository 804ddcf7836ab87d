import { exportJWK, generateKeyPair } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

const AUDIENCE = 'motcua';
/** Who signs in there without a word, and the program of the reference data. */
const counter = { sub: 'tinh.can-bo', name: 'Cán bộ một cửa', role: 'counter', unit: 'xa-thanh-ba' } as const;
const PROGRAM = 'motcua-reference';

/** The identity provider of a province: another one's product, with clients and claims of its own. */
export class ForeignProvider {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly secret: string,
  ) {}

  /** @param publicUrl of the installation, to which it sends browsers back */
  static async start(publicUrl: string): Promise<ForeignProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on a port.
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'tinh', alg: 'RS256', use: 'sig' };
    const secret = 'of-a-province-of-a-province-of-a-province';
    const provider = new Provider(issuer, { ...toShape(publicUrl, secret), jwks: { keys: [key] } });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const signsIn = request.url?.startsWith('/interaction/') === true;
      if (signsIn) void provider.interactionFinished(request, response, { login: { accountId: counter.sub } });
      else void answer(request, response);
    });
    return new ForeignProvider(server, issuer, secret);
  }

  /** As an overlay has it in its secret `providers`. */
  toProvidersFile(clientSecretFile: string): string {
    const signIn = { clientId: 'motcua-gateway', clientSecretFile, claimsFrom: 'access-token' };
    const tinh = { name: 'tinh', issuer: this.issuer, audience: AUDIENCE, algorithms: ['RS256'], signIn };
    return JSON.stringify({ providers: [tinh] });
  }

  get clientSecret(): string {
    return this.secret;
  }

  /** The environment of a program that signs in there. */
  get program(): Readonly<Record<string, string>> {
    return { MOTCUA_CLIENT_ID: PROGRAM, MOTCUA_CLIENT_SECRET: this.secret };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const toShape = (publicUrl: string, secret: string): Configuration => ({
  clients: [
    {
      client_id: 'motcua-gateway',
      client_secret: secret,
      redirect_uris: [`${publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    { client_id: PROGRAM, client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
  ],
  scopes: ['openid', 'offline_access', 'profile'],
  extraTokenClaims: (_context, token) =>
    token.kind === 'ClientCredentials' ? { role: 'admin' } : { name: counter.name, role: counter.role, unit: counter.unit },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
    const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
    grant.addOIDCScope('openid profile offline_access');
    grant.addResourceScope(API, '');
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['only-for-tests'] },
  ttl: {
    AccessToken: 600,
    AuthorizationCode: 60,
    ClientCredentials: 600,
    Grant: 3_600,
    IdToken: 600,
    Interaction: 600,
    Session: 3_600,
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: 600 }),
    },
  },
});

const API = 'urn:motcua:api';
