import { AUTH_AUDIENCE, AUTH_ISSUER } from '@motcua/client';
import { join } from 'node:path';
import type { StackPaths } from '../state/stack-paths.ts';
import { writeJsonFile } from '../state/json-file.ts';
import { toJwksFile } from './embedded-auth.ts';
import { toGatewaySecretFile } from './identity-keys.ts';

/** Whose tokens the gateway takes, and where people sign in. */
export const toProvidersFile = (paths: StackPaths): string => join(paths.secrets, 'providers.json');

interface Addresses {
  /** Where browsers find the gateway: the provider lies below it, under one origin. */
  readonly publicUrl: string;
  /** Where the gateway itself finds the provider. */
  readonly identityUrl: string;
}

/** Written anew at each start, as addresses may be others. The second of them is the key of commands. */
export async function writeProviders(paths: StackPaths, { publicUrl, identityUrl }: Addresses): Promise<void> {
  const identity = {
    name: 'identity',
    title: 'Motcua',
    issuer: `${publicUrl}/identity`,
    internalUrl: identityUrl,
    audience: AUTH_AUDIENCE,
    signIn: { clientId: 'motcua-gateway', clientSecretFile: toGatewaySecretFile(paths) },
    deviceClientId: 'motcua-cli',
  };
  const commands = { name: 'commands', issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE, jwks: toJwksFile(paths) };
  await writeJsonFile(toProvidersFile(paths), { providers: [identity, commands] }, { mode: 0o600 });
}
