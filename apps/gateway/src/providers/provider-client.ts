import { readFile } from 'node:fs/promises';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import type { createProviderFetch } from './inner-fetch.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** A discovery document that could not be had is asked for again by the next who needs it; one that was had is kept so long. */
const KEPT_MS = 10 * 60_000;

/**
 * The provider as `openid-client` knows it. ID tokens have their signatures checked although they come straight from the provider: on the
 * inside there may be no TLS that would vouch for them.
 */
export function createProviderClient(
  settings: ProviderSettings,
  fetch: ReturnType<typeof createProviderFetch>,
  now: () => number = Date.now,
): () => Promise<Configuration> {
  let kept: { readonly client: Promise<Configuration>; readonly untilMs: number } | undefined;
  return async () => {
    if (kept !== undefined && now() < kept.untilMs) return kept.client;
    const asked = { client: discover(settings, fetch), untilMs: now() + KEPT_MS };
    const former = kept;
    kept = asked;
    return asked.client.catch((error: unknown) => {
      // What was known goes on being used while the provider does not answer.
      if (kept === asked) kept = former === undefined ? undefined : { ...former, untilMs: now() + 30_000 };
      if (former !== undefined) return former.client;
      throw error;
    });
  };
}

async function discover(
  { issuer, signIn, clockToleranceSeconds }: ProviderSettings,
  fetch: ReturnType<typeof createProviderFetch>,
): Promise<Configuration> {
  const server = new URL(issuer);
  const secret = signIn === undefined ? undefined : (await readFile(signIn.clientSecretFile, 'utf8')).trim();
  const authentication = secret === undefined ? None() : ClientSecretBasic(secret);
  // Of the same shape; openid-client's own type is of fetch as of one runtime.
  const asOpenIdClient: CustomFetch = (url, options) => fetch(url, options as RequestInit);
  return discovery(server, signIn?.clientId ?? 'nobody', { [clockTolerance]: clockToleranceSeconds }, authentication, {
    [customFetch]: asOpenIdClient,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated to make it stand out: for a provider on this machine
    execute: [...(server.protocol === 'http:' ? [allowInsecureRequests] : []), enableNonRepudiationChecks],
  });
}
