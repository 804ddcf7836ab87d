import type { z } from 'zod';
import type { Providers } from './provider-settings.ts';

/** Where the installation's own provider lies behind us, in addresses and as an issuer. */
export const ownProviderPath = '/identity';

export interface OwnProviderVariables {
  readonly IDENTITY_URL?: string | undefined;
  readonly GATEWAY_CLIENT_SECRET_FILE?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
  readonly AUTH_AUDIENCE: string;
}

type Written = z.input<typeof Providers>['providers'][number];

/**
 * The provider that comes with the product, where it is behind us: all that is to be said of it follows from where browsers find us, so no
 * file has to say it, and none can say another address. Its clients' names are those of `apps/identity`.
 */
export function findOwnProvider(variables: OwnProviderVariables): Written | undefined {
  const { IDENTITY_URL: internalUrl, GATEWAY_CLIENT_SECRET_FILE: clientSecretFile, PUBLIC_URL: publicUrl } = variables;
  if (internalUrl === undefined || clientSecretFile === undefined || publicUrl === undefined) return undefined;
  return {
    name: 'identity',
    title: 'Motcua',
    issuer: `${publicUrl.replace(/\/+$/, '')}${ownProviderPath}`,
    internalUrl,
    audience: variables.AUTH_AUDIENCE,
    signIn: { clientId: 'motcua-gateway', clientSecretFile },
    deviceClientId: 'motcua-cli',
  };
}
