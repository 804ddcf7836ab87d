import { CliError } from '@motcua/terminal';
import type { Configuration, DeviceAuthorizationResponse } from 'openid-client';
import { discoverProvider, insecure, isLoopback, unreachable } from './discover-provider.ts';
import { chooseProvider, findProviders } from './find-providers.ts';
import { keepLogin, type Login } from './login-file.ts';
import { underLock } from './login-lock.ts';
import { toStoredTokens, type LoginPlace } from './login-tokens.ts';

/** What somebody has to do in a browser, on any machine. */
export interface DeviceCode {
  /** With the code in it, where the provider has such an address. */
  readonly url: string;
  readonly code: string;
}

export interface DeviceSignIn extends LoginPlace {
  readonly provider?: string | undefined;
  readonly post?: string | undefined;
  readonly show: (code: DeviceCode) => void;
}

/**
 * Signs somebody in at a terminal by a browser (device authorization grant, RFC 8628), and keeps the login.
 *
 * @throws CliError `sign-in.*`, `login.refused`, `login.expired`, `provider.unreachable`
 */
export async function signInByDevice({ file, gatewayUrl, provider: named, post, show }: DeviceSignIn): Promise<void> {
  const gateway = new URL(gatewayUrl);
  if (gateway.protocol === 'http:' && !isLoopback(gateway)) throw insecure(gatewayUrl);
  const known = (await findProviders(gatewayUrl)).filter(({ deviceClientId }) => deviceClientId !== undefined);
  const ways = 'MOTCUA_CLIENT_ID=… MOTCUA_CLIENT_SECRET_FILE=<file>, or MOTCUA_TOKEN=…';
  const provider = chooseProvider(known, { named, ways });
  const { issuer, path, deviceClientId: clientId = '' } = provider;
  const client = await discoverProvider({ gatewayUrl, provider, clientId });
  const tokens = await askBrowser(client, { issuer, show });
  const login: Login = {
    ...{ issuer, clientId },
    ...(path === undefined ? {} : { path }),
    ...(post === undefined ? {} : { post }),
    ...toStoredTokens(tokens),
  };
  await underLock(file, () => keepLogin(file, gatewayUrl, login));
}

type Asking = Pick<DeviceSignIn, 'show'> & { readonly issuer: string };

async function askBrowser(client: Configuration, { issuer, show }: Asking) {
  const openId = await import('openid-client');
  let device: DeviceAuthorizationResponse;
  try {
    device = await openId.initiateDeviceAuthorization(client, { scope: 'openid offline_access' });
  } catch (cause) {
    throw unreachable(issuer, cause);
  }
  show({ url: device.verification_uri_complete ?? device.verification_uri, code: device.user_code });
  try {
    return await openId.pollDeviceAuthorizationGrant(client, device);
  } catch (cause) {
    if (cause instanceof openId.ResponseBodyError) throw toRefusal(cause.error, cause);
    throw unreachable(issuer, cause);
  }
}

function toRefusal(error: string, cause: unknown): CliError {
  if (error === 'access_denied')
    return new CliError({ code: 'login.refused', message: 'In the browser somebody said that this is not theirs.', cause });
  const message = error === 'expired_token' ? 'The code was not confirmed in time.' : `The provider refuses: ${error}.`;
  return new CliError({ code: 'login.expired', message, hint: 'motcua login', cause });
}
