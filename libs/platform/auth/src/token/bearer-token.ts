import { authMissing } from '../problems.ts';

/** The token of an `Authorization: Bearer …` header. @throws ProblemError 401 `auth.missing` */
export function bearerTokenOf(authorization: string | undefined): string {
  const token = /^Bearer ([\w~+/.=-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw authMissing();
  return token;
}
