import { discoverProvider } from './discover-provider.ts';
import { findLogin, keepLogin } from './login-file.ts';
import { underLock } from './login-lock.ts';
import type { LoginPlace } from './login-tokens.ts';

export type SignOut = 'nobody-was-signed-in' | 'ended' | 'forgotten-here-alone';

/**
 * Ends a login: the provider takes its refresh token no more (RFC 7009), and nothing of it stays on this machine. Where the provider does
 * not answer, or knows no revocation, it is forgotten here alone.
 */
export async function signOut({ file, gatewayUrl }: LoginPlace): Promise<SignOut> {
  if ((await findLogin(file, gatewayUrl)) === undefined) return 'nobody-was-signed-in';
  return underLock(file, async () => {
    const login = await findLogin(file, gatewayUrl);
    if (login === undefined) return 'nobody-was-signed-in';
    await keepLogin(file, gatewayUrl, undefined);
    const token = login.refreshToken ?? login.accessToken;
    try {
      const { tokenRevocation } = await import('openid-client');
      await tokenRevocation(await discoverProvider({ gatewayUrl, provider: login, clientId: login.clientId }), token);
      return 'ended';
    } catch {
      return 'forgotten-here-alone';
    }
  });
}
