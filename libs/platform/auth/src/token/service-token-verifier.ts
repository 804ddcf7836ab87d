import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { VerifiedUntil } from './verified-tokens.ts';
import { createServiceKeys } from '../service/service-key-set.ts';
import { serviceIssuer, serviceTokenType, toServiceAudience, type ServicePrincipal } from '../service/service-principal.ts';

export interface ServiceTokenOptions {
  /** Path of the services' key set: public JWKs (ES256), each with `service` and `scopes`. */
  readonly keys: string;
  /** The name of the service that is asked. */
  readonly name: string;
}

const Claims = z.object({ sub: z.string(), exp: z.number(), scope: z.string().transform((text) => text.split(' ')) });
const clockToleranceSeconds = 5;

/**
 * Verifies the tokens of other services: signature, type, issuer, times, that it is for this service, and that the key is that of the
 * service it names. A token that names a scope the key set does not give is refused whole: nobody asks for it by mistake.
 *
 * @returns the service. @throws where the token is not good
 */
export function createServiceTokenVerifier({
  keys,
  name,
}: ServiceTokenOptions): (token: string) => Promise<VerifiedUntil<ServicePrincipal>> {
  const find = createServiceKeys(keys);
  const options = {
    issuer: serviceIssuer,
    audience: toServiceAudience(name),
    typ: serviceTokenType,
    algorithms: ['ES256'],
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp', 'sub', 'scope'],
  };
  const getKey: JWTVerifyGetKey = async ({ kid = '' }) => {
    const known = await find(kid);
    if (known === undefined) throw new Error(`No service has the key "${kid}".`);
    return known.key;
  };

  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, getKey, options);
    const { sub, scope, exp } = Claims.parse(payload);
    const known = await find(protectedHeader.kid ?? '');
    if (known?.service !== sub) throw new Error(`The key "${protectedHeader.kid ?? ''}" is not that of the service "${sub}".`);
    const wider = scope.find((one) => !known.scopes.includes(one));
    if (wider !== undefined) throw new Error(`The service "${sub}" is not given the scope "${wider}".`);
    return { caller: { service: sub, scopes: scope }, expiresSeconds: exp };
  };
}
