import { KeysModule } from '@motcua/service';
import type { Config } from '../config.ts';

/** What seals the words that heads give as reasons. */
export const reasonKeys = KeysModule.forCipher({
  path: 'v1/reason-keys',
  variable: 'REASON_KEYS',
  toKeys: ({ REASON_KEYS }: Config) => REASON_KEYS,
  summaries: {
    count: 'Which keys of reasons in words are in use, and for how many rows',
    rotate: 'Write anew, with the active key, rows that older keys wrote: a few seconds of it',
  },
});
