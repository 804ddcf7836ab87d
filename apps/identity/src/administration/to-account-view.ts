import type { Account } from '@motcua/contracts';
import type { StoredAccount } from '../accounts/account.ts';

/** What administrators see of somebody. */
export const toAccountView = (account: StoredAccount, lockedPlaces: number): Account => ({
  id: account.id,
  displayName: account.displayName,
  state: account.state,
  posts: [...account.posts],
  secondFactor: account.isEnrolled ? 'enrolled' : account.secondFactorRequired ? 'asked' : 'none',
  mustChangePassword: account.passwordMustChange,
  lockedPlaces,
  lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
  version: account.version,
});
