import { readFile } from 'node:fs/promises';
import { signToken } from '../gateway/sign-token.ts';
import { AUTH_AUDIENCE, AUTH_ISSUER } from '../gateway/token-request.ts';
import { CliError } from '@motcua/terminal';
import type { GatewayConnection } from '../gateway/gateway-client.ts';
import type { Installation } from './installation.ts';

/** CliError `connection.no-token` where the installation names no way to sign in. */
export function toGatewayConnection(installation: Installation, env: NodeJS.ProcessEnv): GatewayConnection {
  const { url, token, tokenFile, signingKey } = installation;
  const connection = { gatewayUrl: url, hint: `curl ${new URL('/health/live', url).href}` };
  if (token !== undefined) return { ...connection, createToken: () => Promise.resolve(token) };
  if (tokenFile !== undefined) return { ...connection, createToken: () => readSecret(tokenFile) };
  if (signingKey === undefined) throw noToken(url);
  const { AUTH_ISSUER: issuer = AUTH_ISSUER, AUTH_AUDIENCE: audience = AUTH_AUDIENCE } = env;
  return {
    ...connection,
    createToken: async (request) => signToken(await readKey(signingKey), request, { issuer, audience }),
  };
}

const noToken = (url: string): CliError =>
  new CliError({
    code: 'connection.no-token',
    message: `No token for ${url}.`,
    hint: 'MOTCUA_TOKEN=…, MOTCUA_TOKEN_FILE=<file>, or MOTCUA_SIGNING_KEY=<file> with the private key of an installation that has no identity provider',
    exitCode: 2,
  });

async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CliError({ code: 'connection.file-unreadable', message: `${file} cannot be read.`, cause, exitCode: 2 });
  }
}

async function readKey(file: string): Promise<object> {
  const text = await readSecret(file);
  try {
    return JSON.parse(text) as object;
  } catch {
    // Without the cause: its message would quote the key.
    throw new CliError({ code: 'connection.key-unreadable', message: `${file} holds no JSON Web Key.`, exitCode: 2 });
  }
}
