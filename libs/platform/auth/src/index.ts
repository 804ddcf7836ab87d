export {
  mayAdminister,
  mayRead,
  mayReadPersonalData,
  mayWrite,
  permissions,
  type AdminTask,
  type DossierWrite,
} from './access/access-policy.ts';
export { requireRead, requireTask, requireWrite } from './access/require-access.ts';
export { ActorClaims, identityOf, roles, type Actor, type Role } from './actor.ts';
export { AuthModule, type AuthOptions } from './auth.module.ts';
export { CurrentActor } from './current-actor.decorator.ts';
export { authForbidden, authInvalid, authMissing } from './problems.ts';
export { Public } from './public.decorator.ts';
export { createServiceTokens, type ServiceTokens } from './service-token/service-tokens.ts';
export { bearerTokenOf } from './token/bearer-token.ts';
export { createTokenVerifier, type TokenVerifier } from './token/token-verifier.ts';
