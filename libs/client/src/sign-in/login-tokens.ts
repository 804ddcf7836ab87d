import { CliError } from '@motcua/terminal';
import type { Configuration } from 'openid-client';
import { discoverProvider, unreachable } from './discover-provider.ts';
import { isFresh } from './keep-token.ts';
import { findLogin, keepLogin, type Login } from './login-file.ts';
import { underLock } from './login-lock.ts';

/** Where a login is kept, and for which installation. */
export interface LoginPlace {
  readonly file: string;
  readonly gatewayUrl: string;
}

/**
 * The bearer token of whoever signed in at the terminal, refreshed shortly before its end.
 *
 * @throws CliError `login.none`, `login.ended`, `provider.unreachable`
 */
export async function getLoginToken(place: LoginPlace): Promise<string> {
  const login = await findLogin(place.file, place.gatewayUrl);
  if (login === undefined) throw noLogin(place.gatewayUrl);
  if (isFresh(login)) return login.accessToken;
  return underLock(place.file, async () => {
    // Another command may have refreshed it while we waited.
    const latest = (await findLogin(place.file, place.gatewayUrl)) ?? login;
    return isFresh(latest) ? latest.accessToken : refresh(latest, place);
  });
}

async function refresh(login: Login, { file, gatewayUrl }: LoginPlace): Promise<string> {
  const { refreshToken } = login;
  if (refreshToken === undefined) throw ended(gatewayUrl);
  const client = await discoverProvider({ gatewayUrl, provider: login, clientId: login.clientId });
  const answer = await ask(client, refreshToken, login.issuer);
  if (answer === undefined) {
    await keepLogin(file, gatewayUrl, undefined);
    throw ended(gatewayUrl);
  }
  await keepLogin(file, gatewayUrl, { ...login, ...toStoredTokens(answer, refreshToken) });
  return answer.access_token;
}

/** @returns undefined where the provider refuses: signed out, disabled, or longer idle than it allows */
async function ask(client: Configuration, refreshToken: string, issuer: string) {
  const { refreshTokenGrant, ResponseBodyError } = await import('openid-client');
  try {
    return await refreshTokenGrant(client, refreshToken);
  } catch (cause) {
    if (cause instanceof ResponseBodyError && cause.status < 500) return undefined;
    throw unreachable(issuer, cause);
  }
}

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in?: number | undefined;
  readonly refresh_token?: string | undefined;
}

/** A provider that gives no new refresh token means that the former one goes on. */
export function toStoredTokens(
  { access_token: accessToken, expires_in: seconds = 60, refresh_token: given }: TokenAnswer,
  former?: string,
): Pick<Login, 'accessToken' | 'expiresAtMs' | 'refreshToken'> {
  const refreshToken = given ?? former;
  return { accessToken, expiresAtMs: Date.now() + seconds * 1_000, ...(refreshToken === undefined ? {} : { refreshToken }) };
}

export const noLogin = (gatewayUrl: string): CliError =>
  new CliError({
    code: 'login.none',
    message: `Nobody is signed in at ${gatewayUrl}.`,
    hint: `motcua login --gateway ${gatewayUrl}; a program: MOTCUA_CLIENT_ID=… MOTCUA_CLIENT_SECRET_FILE=<file>, or MOTCUA_TOKEN=…`,
    exitCode: 2,
  });

const ended = (gatewayUrl: string): CliError =>
  new CliError({
    code: 'login.ended',
    message: `The login at ${gatewayUrl} has ended.`,
    hint: `motcua login --gateway ${gatewayUrl}`,
    exitCode: 2,
  });
