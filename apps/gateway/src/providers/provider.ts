import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';
import type { Person } from './person.ts';
import { createProviderFetch } from './inner-fetch.ts';
import { mapClaims } from './map-claims.ts';
import { createProviderClient } from './provider-client.ts';
import { createProviderKeys } from './provider-keys.ts';
import type { ProviderSettings, SignInSettings } from './provider-settings.ts';
import { withTraining } from './training.ts';

/** One whose word on people is taken. */
export interface Provider {
  readonly settings: ProviderSettings;
  readonly keys: JWTVerifyGetKey;
  /** Asks its discovery document the first time. */
  readonly getClient: () => Promise<Configuration>;
  readonly toPerson: (claims: JWTPayload) => Person;
}

/** One at which people sign in by a browser. */
export type SignInProvider = Provider & { readonly settings: ProviderSettings & { readonly signIn: SignInSettings } };

export const offersSignIn = (provider: Provider): provider is SignInProvider => provider.settings.signIn !== undefined;

/** @param trainingUnit in which the people of a provider may practise */
export function createProvider(settings: ProviderSettings, trainingUnit?: string): Provider {
  const fetch = createProviderFetch(settings);
  const getClient = createProviderClient(settings, fetch);
  const toPerson = (claims: JWTPayload): Person => withTraining(mapClaims(claims, settings), trainingUnit);
  return { settings, getClient, keys: createProviderKeys(settings, fetch), toPerson };
}
