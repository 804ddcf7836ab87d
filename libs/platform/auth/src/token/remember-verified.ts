import { authInvalid } from '../problems.ts';
import type { Caller } from '../service/service-principal.ts';
import { VerifiedTokens, type VerifiedUntil } from './verified-tokens.ts';

/** @returns whom a token stands for. @throws ProblemError 401 `auth.invalid` */
export type TokenVerifier<Verified = Caller> = (token: string) => Promise<Verified>;

/** A token seen lately is not verified again. @param verify may throw anything: why a token does not hold is nobody's business */
export function rememberVerified<Verified>(verify: (token: string) => Promise<VerifiedUntil<Verified>>): TokenVerifier<Verified> {
  const verified = new VerifiedTokens<Verified>();
  return async (token) => {
    const known = verified.find(token, Date.now());
    if (known !== undefined) return known;
    try {
      const answer = await verify(token);
      verified.keep(token, answer, Date.now());
      return answer.caller;
    } catch (error) {
      throw authInvalid(error);
    }
  };
}
