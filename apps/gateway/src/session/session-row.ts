import type { ColumnCipher } from '@motcua/postgres';
import { z } from 'zod';
import type { ProviderTokens, Session } from './session.ts';

export interface SessionRow {
  readonly id_hash: string;
  readonly sid: string;
  readonly provider: string;
  readonly provider_subject: string;
  readonly provider_sid: string | null;
  readonly person: Session['person'];
  readonly post: Session['post'] | null;
  readonly is_wall: boolean;
  readonly sealed: Buffer;
  readonly key_id: string;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly ends_at: Date;
  readonly refresh_at: Date;
  readonly refreshed_at: Date;
}

export const columns = `encode(id_hash, 'hex') AS id_hash, sid, provider, provider_subject, provider_sid, person, post, is_wall, sealed, key_id,
  started_at, seen_at, ends_at, refresh_at, refreshed_at`;

export const toSession = (row: SessionRow): Session => ({
  idHash: row.id_hash,
  sid: row.sid,
  provider: row.provider,
  providerSubject: row.provider_subject,
  providerSid: row.provider_sid ?? undefined,
  person: row.person,
  post: row.post ?? undefined,
  isWall: row.is_wall,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  endsAt: row.ends_at,
  refreshAt: row.refresh_at,
  refreshedAt: row.refreshed_at,
});

const Tokens = z.object({ refreshToken: z.string().optional(), idToken: z.string().optional() });

/** Bound to its session by `sid`, which a change of post keeps. */
const placeOf = (sid: string): string => `session ${sid} tokens`;

export const sealTokens = (cipher: ColumnCipher, sid: string, tokens: ProviderTokens): Buffer =>
  cipher.encrypt(JSON.stringify(tokens), placeOf(sid));

/** @throws where the key is unknown or the bytes are another session's */
export const openTokens = (
  cipher: ColumnCipher,
  { sid, sealed, key_id }: Pick<SessionRow, 'sid' | 'sealed' | 'key_id'>,
): ProviderTokens => Tokens.parse(JSON.parse(cipher.decrypt(sealed, placeOf(sid), key_id)));
