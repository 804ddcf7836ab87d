import { readFileSync } from 'node:fs';
import type { ClientMetadata } from 'oidc-provider';
import type { Config } from '../config.ts';

export const GATEWAY_CLIENT = 'motcua-gateway';
export const CLI_CLIENT = 'motcua-cli';

type ClientConfig = Pick<Config, 'PUBLIC_URL' | 'GATEWAY_INTERNAL_URL' | 'GATEWAY_CLIENT_SECRET_FILE'>;

const SHORTEST = 32;

/** @throws where the file is not there, or what it holds could be guessed */
function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) throw new Error(`${file} holds fewer than ${SHORTEST} characters: make a longer secret.`);
  return secret;
}

/** The parts of the product that ask for tokens; beside them programs may (`ProgramClients`). None is registered while we run. */
export const listClients = (config: ClientConfig): ClientMetadata[] => [
  {
    client_id: GATEWAY_CLIENT,
    client_name: 'Motcua',
    client_secret: readSecret(config.GATEWAY_CLIENT_SECRET_FILE),
    // The gateway asks anew, every few minutes, who somebody still is.
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${config.PUBLIC_URL}/auth/callback`],
    post_logout_redirect_uris: [`${config.PUBLIC_URL}/`],
    backchannel_logout_uri: `${config.GATEWAY_INTERNAL_URL}/auth/back-channel-logout`,
    backchannel_logout_session_required: true,
  },
  {
    client_id: CLI_CLIENT,
    client_name: 'motcua (dòng lệnh)',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    response_types: [],
    redirect_uris: [],
  },
];
