import { CliError } from '@motcua/terminal';
import { readFile } from 'node:fs/promises';
import type { GatewayConnection } from '../gateway/gateway-client.ts';
import type { Installation } from './installation.ts';

/**
 * How an installation is asked: with the token that was given, as the program that was named, or as whoever signed in with `motcua login`.
 *
 * @throws CliError `connection.no-secret` where a program has none, `login.none` where nothing says who asks
 */
export async function toGatewayConnection(installation: Installation, env: NodeJS.ProcessEnv): Promise<GatewayConnection> {
  const { url, token, tokenFile, clientId, post } = installation;
  const hint = `curl ${new URL('/health/live', url).href}`;
  const connection = { gatewayUrl: url, hint, ...(post === undefined ? {} : { post }) };
  if (token !== undefined) return { ...connection, createToken: () => Promise.resolve(token) };
  if (tokenFile !== undefined) return { ...connection, createToken: () => readSecret(tokenFile) };
  // Loaded for those who need it: a token that is given costs nothing of it.
  const { createProgramTokens, findLogin, getLoginToken, toLoginsFile } = await import('../sign-in/index.ts');
  if (clientId !== undefined) {
    const secret = await getClientSecret(installation, clientId);
    const { provider } = installation;
    return { ...connection, createToken: createProgramTokens({ gatewayUrl: url, clientId, secret, provider }) };
  }
  const file = toLoginsFile(env);
  const login = await findLogin(file, url);
  const chosen = post ?? login?.post;
  const createToken = (): Promise<string> => getLoginToken({ file, gatewayUrl: url });
  if (login === undefined) await createToken(); // says that nobody is signed in
  return { ...connection, createToken, ...(chosen === undefined ? {} : { post: chosen }) };
}

async function getClientSecret({ clientSecret, clientSecretFile }: Installation, clientId: string): Promise<string> {
  if (clientSecret !== undefined) return clientSecret;
  if (clientSecretFile !== undefined) return readSecret(clientSecretFile);
  throw new CliError({
    code: 'connection.no-secret',
    message: `There is no secret of the program "${clientId}".`,
    hint: 'MOTCUA_CLIENT_SECRET_FILE=<file>, or MOTCUA_CLIENT_SECRET=…',
    exitCode: 2,
  });
}

async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CliError({ code: 'connection.file-unreadable', message: `${file} cannot be read.`, cause, exitCode: 2 });
  }
}
