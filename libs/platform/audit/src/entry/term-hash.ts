import { createHmac, hkdfSync } from 'node:crypto';

/** What somebody searched for, so that the same search is found again and cannot be read. */
export type TermHash = (term: string) => string;

/**
 * The key is derived from the password of the service's own database role: it is in no table and in no backup of one, and there is no
 * further secret to keep. A new password begins new hashes.
 */
export function createTermHash(databaseUrl: string): TermHash {
  const { username, password } = new URL(databaseUrl);
  const key = Buffer.from(hkdfSync('sha256', decodeURIComponent(password), username, 'motcua audit terms', 32));
  return (term) => `~${createHmac('sha256', key).update(normalize(term)).digest('base64url').slice(0, 22)}`;
}

/** As people write the same thing: letter case, spaces, and how Unicode composes it. */
const normalize = (term: string): string => term.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
