import type { KeyRing } from '@motcua/config';
import { hkdfSync } from 'node:crypto';

/** What a key is used for beside sealing: each use has a key of its own, made of the ring's. */
export type KeyUse = 'cookies' | 'attempts' | 'known browsers' | 'programs';

const BYTES = 32;

/** Of every key of the ring, the active one first: that one signs, each of them checks. */
export const deriveKeys = ({ active, keys }: KeyRing, use: KeyUse): readonly Buffer[] =>
  Object.entries(keys)
    .toSorted(([one]) => (one === active ? -1 : 1))
    .map(([, key]) => Buffer.from(hkdfSync('sha256', key, '', use, BYTES)));
