import type { AccountPost } from '@motcua/contracts';
import type { StoredAccount } from './account.ts';

export interface AccountRow {
  readonly id: string;
  readonly display_name: string;
  readonly state: StoredAccount['state'];
  readonly posts: AccountPost[];
  readonly password_hash: string;
  readonly password_must_change: boolean;
  readonly second_factor_required: boolean;
  readonly totp_secret: Buffer | null;
  readonly totp_key_id: string | null;
  readonly totp_confirmed_at: Date | null;
  readonly version: number;
  readonly last_sign_in_at: Date | null;
}

export const accountColumns = `id, display_name, state, posts, password_hash, password_must_change, second_factor_required,
  totp_secret, totp_key_id, totp_confirmed_at, version, last_sign_in_at`;

export const toAccount = (row: AccountRow): StoredAccount => ({
  id: row.id,
  displayName: row.display_name,
  state: row.state,
  posts: row.posts,
  passwordHash: row.password_hash,
  passwordMustChange: row.password_must_change,
  secondFactorRequired: row.second_factor_required,
  totp: row.totp_secret === null || row.totp_key_id === null ? undefined : { secret: row.totp_secret, keyId: row.totp_key_id },
  isEnrolled: row.totp_confirmed_at !== null,
  version: row.version,
  lastSignInAt: row.last_sign_in_at,
});
