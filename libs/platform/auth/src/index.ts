export {
  mayAdminister,
  mayRead,
  mayReadPersonalData,
  mayWrite,
  permissions,
  type AdminTask,
  type DossierWrite,
} from './access/access-policy.ts';
export { requireRead, requireSource, requireTask, requireWrite } from './access/require-access.ts';
export { findForeign, type Foreign } from './access/source-policy.ts';
export { ActorClaims, identityOf, isSource, roles, type Actor, type Role, type SourceActor } from './actor.ts';
export { toAuthOptions } from './auth-options.ts';
export { AuthModule, type AuthOptions } from './auth.module.ts';
export { authForbidden, authInvalid, authMissing } from './problems.ts';
export { Accepts, type Accepted } from './route/accepts.decorator.ts';
export { CurrentActor, CurrentCaller } from './route/current-actor.decorator.ts';
export { Public } from './route/public.decorator.ts';
export { isService, scopes, serviceScopes, type Caller, type Scope, type ServicePrincipal } from './service/service-principal.ts';
export { createServiceSigner, createServiceTokens, type ServiceSigner, type ServiceTokens } from './service/service-tokens.ts';
export { bearerTokenOf } from './token/bearer-token.ts';
export { createPersonVerifier, createTokenVerifier, type TokenVerifier } from './token/token-verifier.ts';
