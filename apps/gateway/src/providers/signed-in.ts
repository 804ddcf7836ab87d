import {
  ResponseBodyError,
  refreshTokenGrant,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import { verifyAccessToken } from './access-token-verifier.ts';
import type { Person } from './person.ts';
import type { SignInProvider } from './provider.ts';

export type TokenAnswer = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** Who signed in, and what the provider calls them and its own session. */
export interface SignedIn {
  readonly person: Person;
  readonly subject: string;
  readonly sid: string | undefined;
}

/**
 * Who the tokens of a sign-in, or of its refresh, speak of.
 *
 * @returns undefined where a refresh brought no token that says so: nothing has changed then
 */
export async function readSignedIn(provider: SignInProvider, answer: TokenAnswer): Promise<SignedIn | undefined> {
  const idToken = answer.claims();
  const fromAccess = provider.settings.signIn.claimsFrom === 'access-token';
  const claims = fromAccess ? await verifyAccessToken(answer.access_token, provider) : idToken;
  if (claims?.sub === undefined) return undefined;
  const sid = idToken?.['sid'];
  return { person: provider.toPerson({ ...claims }), subject: claims.sub, sid: typeof sid === 'string' ? sid : undefined };
}

/** @throws ResponseBodyError where the provider refuses; anything else where it could not be asked */
export async function refreshSignedIn(provider: SignInProvider, refreshToken: string): Promise<TokenAnswer> {
  return refreshTokenGrant(await provider.getClient(), refreshToken);
}

/** Whether the provider answered, and said no, as opposed to not having answered, or being out of order. */
export const isRefusal = (error: unknown): boolean => error instanceof ResponseBodyError && error.status < 500;
