import type { TokenVerifierOptions } from './token/token-verifier.ts';

/** The variables of `authConfig`, and of `askedByServicesConfig` where services ask. */
export interface AuthVariables {
  readonly AUTH_JWKS: string;
  readonly AUTH_ISSUER: string;
  readonly AUTH_AUDIENCE: string;
  readonly SERVICE_KEYS?: string | undefined;
}

/** @param name of the service that is asked: tokens of services are for it alone */
export const toAuthOptions = (
  { AUTH_JWKS: jwks, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, SERVICE_KEYS: keys }: AuthVariables,
  name: string,
): TokenVerifierOptions => ({ jwks, issuer, audience, services: keys === undefined ? undefined : { keys, name } });
