import { AUTH_AUDIENCE } from '@motcua/client';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackPaths } from '../state/stack-paths.ts';
import { writeJsonFile } from '../state/json-file.ts';

/**
 * Set by end-to-end tests alone: the file of a public key set. Whoever has its private half is anybody they like at this stack, which is
 * what tests need, and nobody else.
 */
export const TEST_ISSUER_VARIABLE = 'MOTCUA_TEST_ISSUER_JWKS';
const TEST_ISSUER = 'motcua-tests';

const toProvidersFile = (paths: StackPaths): string => join(paths.secrets, 'providers.json');

export const findTestIssuer = (env: NodeJS.ProcessEnv): string | undefined => env[TEST_ISSUER_VARIABLE] || undefined;

/** @returns what the gateway has in its environment to take tokens of tests; nothing where no tests started the stack */
export async function prepareTestIssuer(paths: StackPaths, env: NodeJS.ProcessEnv): Promise<Readonly<Record<string, string>>> {
  const file = toProvidersFile(paths);
  const jwks = findTestIssuer(env);
  // Also that of a former start: what nobody asked for now is not there.
  if (jwks === undefined) await rm(file, { force: true });
  if (jwks === undefined) return {};
  const tests = { name: 'tests', issuer: TEST_ISSUER, audience: AUTH_AUDIENCE, jwks };
  await writeJsonFile(file, { providers: [tests] }, { mode: 0o600 });
  return { AUTH_PROVIDERS: file };
}
