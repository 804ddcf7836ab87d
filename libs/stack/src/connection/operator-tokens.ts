import { retryWhileAway, type TokenRequest } from '@motcua/client';
import { createProgramTokens } from '@motcua/client/sign-in';
import { CliError } from '@motcua/terminal';
import { ensureProgram, findProgram } from '../keys/programs.ts';
import type { StackPaths } from '../state/stack-paths.ts';

interface OperatorTokens {
  readonly paths: StackPaths;
  readonly getGatewayUrl: () => string;
  /** One program for whatever is asked. */
  readonly as: string | undefined;
}

interface Signed {
  readonly id: string;
  readonly getToken: () => Promise<string>;
}

/** The stack's own provider, as its gateway calls it. */
const PROVIDER = 'identity';

/**
 * Tokens for whoever owns the machine: a program of the stack's provider for each that a command asks to be, made when it is asked for the
 * first time. A provider that is being started again is waited for.
 */
export function createOperatorTokens({ paths, getGatewayUrl, as }: OperatorTokens): (request: TokenRequest) => Promise<string> {
  const known = new Map<string, Promise<Signed>>();
  const sign = async (request: TokenRequest): Promise<Signed> => {
    const { id: clientId, secret } = as === undefined ? await ensureProgram(paths, request) : await findProgram(paths, as);
    return { id: clientId, getToken: createProgramTokens({ gatewayUrl: getGatewayUrl(), clientId, secret, provider: PROVIDER }) };
  };
  const get = (request: TokenRequest): Promise<Signed> => {
    const key = as ?? JSON.stringify([request.role, request.unit, request.source, request.subject]);
    const found = known.get(key) ?? sign(request);
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  };
  return async (request) => {
    try {
      return await retryWhileAway(async () => (await get(request)).getToken());
    } catch (error) {
      // Two commands that add a program at one moment may lose one of them.
      if (!(error instanceof CliError && error.code === 'sign-in.wrong-secret')) throw error;
      known.clear();
      return (await get(request)).getToken();
    }
  };
}
