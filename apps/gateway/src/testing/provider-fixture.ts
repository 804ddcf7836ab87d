import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface AccountFixture {
  name: string;
  posts: readonly object[];
}

/** A provider of OpenID Connect in this process: who comes is signed in as `current`, without a password. */
export class ProviderFixture {
  readonly accounts = new Map<string, AccountFixture>();
  /** Who signs in next. */
  current = '';
  /** Whether it gives refresh tokens. */
  givesRefreshTokens = true;
  /** What it answers instead, while it is out of order. */
  outage: number | undefined;
  /** How often it was asked for tokens. */
  tokenRequests = 0;
  issuer = '';
  readonly clientSecret = 'only-for-tests-only-for-tests-only';
  readonly #server: Server;
  #privateJwk: JWK = {};
  #provider: Provider | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      const { url = '' } = request;
      if (this.outage !== undefined) return void response.writeHead(this.outage).end();
      if (url.startsWith('/token')) this.tokenRequests += 1;
      if (url.startsWith('/interaction/')) return void this.#finish(request, response);
      void this.#provider?.callback()(request, response);
    });
  }

  /** @param gatewayUrl where browsers are sent back to */
  async start(gatewayUrl: string, issuerPath = ''): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${issuerPath}`;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    this.#privateJwk = { ...(await exportJWK(privateKey)), kid: 'provider', alg: 'ES256', use: 'sig' };
    this.#provider = new Provider(this.issuer, this.#configure(gatewayUrl));
  }

  /** A logout token of this provider, unless it is told otherwise. */
  signLogoutToken(claims: JWTPayload, header: object = {}): Promise<string> {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const iat = Math.floor(Date.now() / 1_000);
    return new SignJWT({ events, iss: this.issuer, aud: 'motcua-gateway', iat, exp: iat + 120, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'logout+jwt', ...header })
      .sign({ ...this.#privateJwk, kty: 'EC' });
  }

  /** An access token of this provider: of a second ago and for an hour, unless it is told otherwise. */
  signAccessToken(claims: JWTPayload): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1_000) - 1;
    const posts = [{ role: 'counter', unit: 'xa-thanh-ba' }];
    return new SignJWT({ iss: this.issuer, aud: 'motcua', posts, iat: issuedAt, exp: issuedAt + 3_600, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'at+jwt' })
      .sign({ ...this.#privateJwk, kty: 'EC' });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #finish(...[request, response]: Parameters<ReturnType<Provider['callback']>>): Promise<void> {
    await this.#provider?.interactionFinished(request, response, { login: { accountId: this.current } });
  }

  #configure(gatewayUrl: string): Configuration {
    return {
      clients: [
        {
          client_id: 'motcua-gateway',
          client_secret: this.clientSecret,
          redirect_uris: [`${gatewayUrl}/auth/callback`],
          post_logout_redirect_uris: [`${gatewayUrl}/`],
          grant_types: ['authorization_code', 'refresh_token'],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      jwks: { keys: [this.#privateJwk] },
      claims: { openid: ['sub'], profile: ['name', 'posts'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      issueRefreshToken: () => Promise.resolve(this.givesRefreshTokens),
      ttl: {
        AccessToken: 600,
        AuthorizationCode: 60,
        Grant: 86_400,
        IdToken: 600,
        Interaction: 600,
        RefreshToken: 86_400,
        Session: 86_400,
      },
      pkce: { required: () => true },
      cookies: { keys: ['only-for-tests'] },
      findAccount: (_context, accountId) => {
        const account = this.accounts.get(accountId);
        if (account === undefined) return undefined;
        return { accountId, claims: () => ({ sub: accountId, ...account }) };
      },
      loadExistingGrant: async (context) => {
        const { client, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
        grant.addOIDCScope('openid profile offline_access');
        await grant.save();
        return grant;
      },
    };
  }
}
