import { exportJWK, generateKeyPair } from 'jose';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

const PATH = '/identity';
/** Nobody answers there: whoever asks the provider asks it through the gateway. */
const ISSUER = `https://motcua.example.vn${PATH}`;
const DEVICE_CLIENT = 'motcua-cli';
const API = 'urn:motcua:api';
export const PROGRAM = { clientId: 'importer', secret: 'only-for-tests-only-for-tests-only' } as const;

/** A provider of OpenID Connect behind an address that tells of it as the gateway does. */
export class SignInFixture {
  /** How often it was asked for tokens. */
  tokenRequests = 0;
  /** Answers 503 in its place. */
  isAway = false;

  private constructor(
    private readonly server: Server,
    private readonly provider: Provider,
  ) {}

  static async start(): Promise<SignInFixture> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'p', alg: 'ES256', use: 'sig' };
    const provider = new Provider(ISSUER, { ...shape, jwks: { keys: [key] } });
    provider.proxy = true;
    const server = createServer();
    const fixture = new SignInFixture(server, provider);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      fixture.#answer(request, response, answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fixture;
  }

  get gatewayUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // It listens on a port.
  }

  /** What a browser does at the end of its pages: somebody has signed in and confirmed the code. */
  async confirm(userCode: string, accountId: string): Promise<void> {
    const code = await this.provider.DeviceCode.findByUserCode(userCode.replace('-', ''));
    if (code === undefined) throw new Error(`There is no code ${userCode}.`);
    const grant = new this.provider.Grant({ clientId: DEVICE_CLIENT, accountId });
    grant.addOIDCScope('openid offline_access');
    grant.addResourceScope(API, '');
    const grantId = await grant.save();
    Object.assign(code, { accountId, grantId, resource: API, scope: 'openid offline_access', claims: {} });
    await code.save();
  }

  /** Ends everything that somebody was given, as an administrator who disables them. */
  async endGrants(refreshToken: string): Promise<void> {
    await (await this.provider.RefreshToken.find(refreshToken))?.destroy();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse, provider: ReturnType<Provider['callback']>): void {
    const { url = '' } = request;
    if (url === '/auth/providers') {
      const identity = {
        name: 'identity',
        title: 'Motcua',
        issuer: ISSUER,
        signIn: true,
        deviceClientId: DEVICE_CLIENT,
        path: PATH,
      };
      const elsewhere = { name: 'tests', title: 'tests', issuer: 'motcua-tests', signIn: false };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ providers: [identity, elsewhere] }));
      return;
    }
    if (url === `${PATH}/token`) this.tokenRequests += 1;
    if (this.isAway || !url.startsWith(`${PATH}/`)) return void response.writeHead(this.isAway ? 503 : 404).end();
    Object.assign(request.headers, { 'x-forwarded-host': new URL(ISSUER).host, 'x-forwarded-proto': 'https' });
    Object.assign(request, { originalUrl: url, url: url.slice(PATH.length) });
    void provider(request, response);
  }
}

const api = { scope: '', audience: 'motcua', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } } as const;
const shape: Configuration = {
  clients: [
    {
      client_id: DEVICE_CLIENT,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      redirect_uris: [],
    },
    {
      client_id: PROGRAM.clientId,
      client_secret: PROGRAM.secret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    },
  ],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  scopes: ['openid', 'offline_access'],
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  issueRefreshToken: () => Promise.resolve(true),
  rotateRefreshToken: true,
  interactions: { url: () => '/nobody' },
  cookies: { keys: ['only-for-tests'] },
  ttl: {
    AccessToken: 300,
    ClientCredentials: 300,
    DeviceCode: 60,
    Grant: 3_600,
    IdToken: 300,
    RefreshToken: 3_600,
    Session: 60,
    Interaction: 60,
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    deviceFlow: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => api,
    },
  },
};
