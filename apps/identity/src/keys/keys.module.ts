import { KeysModule } from '@motcua/service';
import type { Config } from '../config.ts';

/** What seals second factors and what the provider remembers. */
export const identityKeys = KeysModule.forCipher({
  path: 'v1/identity-keys',
  variable: 'IDENTITY_KEYS',
  toKeys: ({ IDENTITY_KEYS }: Config) => IDENTITY_KEYS,
  summaries: {
    count: 'Which keys of second factors and sessions are in use, and for how many rows',
    rotate: 'Write anew, with the active key, rows that older keys wrote: a few seconds of it',
  },
});
