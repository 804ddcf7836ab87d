import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  customFetch,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetchOptions,
} from 'openid-client';
import { GATEWAY_SECRET, PASSWORD, PUBLIC_URL } from './identity-fixture.ts';
import type { ShownPage, TestBrowser } from './test-browser.ts';

/** A client as the library makes it of what the provider says of itself. @param url where the service listens */
export function discoverAs(url: string, clientId: string, secret?: string): Promise<Configuration> {
  const inside = (address: string, options: CustomFetchOptions) =>
    fetch(address.replace(PUBLIC_URL, url), options as RequestInit);
  const authentication = secret === undefined ? None() : ClientSecretBasic(secret);
  return discovery(new URL(`${PUBLIC_URL}/identity`), clientId, undefined, authentication, {
    [customFetch]: inside,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out: a spec has no certificate
    execute: [allowInsecureRequests],
  });
}

/** One sign-in, from the gateway's side. */
export class TestGateway {
  readonly #verifier = randomPKCECodeVerifier();
  readonly #state = randomState();
  readonly #nonce = randomNonce();

  private constructor(readonly configuration: Configuration) {}

  static async create(url: string): Promise<TestGateway> {
    return new TestGateway(await discoverAs(url, 'motcua-gateway', GATEWAY_SECRET));
  }

  /** Where it sends the browser. */
  async toAddress(overrides: Readonly<Record<string, string>> = {}): Promise<URL> {
    return buildAuthorizationUrl(this.configuration, {
      redirect_uri: `${PUBLIC_URL}/auth/callback`,
      scope: 'openid',
      state: this.#state,
      nonce: this.#nonce,
      code_challenge: await calculatePKCECodeChallenge(this.#verifier),
      code_challenge_method: 'S256',
      ...overrides,
    });
  }

  /** Tokens for the code that the browser came back with; everything that the library checks is checked. */
  take({ at }: ShownPage) {
    return authorizationCodeGrant(this.configuration, at, {
      pkceCodeVerifier: this.#verifier,
      expectedState: this.#state,
      expectedNonce: this.#nonce,
    });
  }
}

/** Opens the sign-in and types a name and a password. */
export async function typePassword(
  browser: TestBrowser,
  gateway: TestGateway,
  name: string,
  password = PASSWORD,
): Promise<ShownPage> {
  return browser.submit(await browser.open(await gateway.toAddress()), { name, password });
}
