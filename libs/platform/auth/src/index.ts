export { ActorClaims, identityOf, isSource, roles, type Actor, type Role, type SourceActor } from './actor.ts';
export { toAuthOptions, type AuthVariables } from './auth-options.ts';
export { authForbidden, authInvalid, authMissing } from './problems.ts';
export { CurrentActor, CurrentCaller, keepCaller, type AuthenticatedRequest } from './route/current-actor.decorator.ts';
export { Public, publicKey } from './route/public.decorator.ts';
export { isService, scopes, serviceScopes, type Caller, type Scope, type ServicePrincipal } from './service/service-principal.ts';
export { createServiceSigner, createServiceTokens, type ServiceSigner, type ServiceTokens } from './service/service-tokens.ts';
export { bearerTokenOf } from './token/bearer-token.ts';
export {
  createPersonVerifier,
  createTokenVerifier,
  type TokenVerifier,
  type TokenVerifierOptions as AuthOptions,
} from './token/token-verifier.ts';
