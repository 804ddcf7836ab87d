import { CliError } from '@motcua/terminal';
import { chooseProvider, findProviders } from './find-providers.ts';
import { discoverProvider, unreachable } from './discover-provider.ts';
import { keepToken, type IssuedToken } from './keep-token.ts';

/** A service account of an installation's provider. */
export interface Program {
  readonly gatewayUrl: string;
  readonly clientId: string;
  readonly secret: string;
  /** One of the gateway's providers, where there are several. */
  readonly provider?: string | undefined;
}

/**
 * Tokens of a program that signs in by itself (client credentials, RFC 6749 §4.4), each used until shortly before its end.
 *
 * @returns a function that answers a bearer token. It throws CliError `sign-in.wrong-secret`, `provider.unreachable`, …
 */
export function createProgramTokens(program: Program): () => Promise<string> {
  let configuration: ReturnType<typeof discover> | undefined;
  const getConfiguration = (): ReturnType<typeof discover> => {
    configuration ??= discover(program).catch((error: unknown) => {
      configuration = undefined; // whoever comes next asks again
      throw error;
    });
    return configuration;
  };
  return keepToken(async () => ask(await getConfiguration(), program));
}

async function discover({ gatewayUrl, clientId, secret, provider: named }: Program) {
  const ways = 'MOTCUA_TOKEN=… or MOTCUA_TOKEN_FILE=<file>';
  const provider = chooseProvider(await findProviders(gatewayUrl), { named, ways });
  return { issuer: provider.issuer, client: await discoverProvider({ gatewayUrl, provider, clientId, secret }) };
}

async function ask({ client, issuer }: Awaited<ReturnType<typeof discover>>, { clientId }: Program): Promise<IssuedToken> {
  const { clientCredentialsGrant, ResponseBodyError, WWWAuthenticateChallengeError } = await import('openid-client');
  try {
    const { access_token: token, expires_in: seconds = 60 } = await clientCredentialsGrant(client);
    return { token, expiresAtMs: Date.now() + seconds * 1_000 };
  } catch (cause) {
    const isRefusal = cause instanceof ResponseBodyError || cause instanceof WWWAuthenticateChallengeError;
    if (!isRefusal || cause.status >= 500) throw unreachable(issuer, cause);
    throw new CliError({
      code: 'sign-in.wrong-secret',
      message: `${issuer} knows no program "${clientId}" with this secret.`,
      hint: 'Check MOTCUA_CLIENT_ID and MOTCUA_CLIENT_SECRET: an administrator of the provider gives them out.',
      exitCode: 2,
      cause,
    });
  }
}
