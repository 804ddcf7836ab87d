import type { AccountPost, AccountRole } from '@motcua/contracts';

/** A secret that is shared with somebody's telephone, sealed. */
export interface SealedSecret {
  readonly secret: Buffer;
  readonly keyId: string;
}

/** Somebody who can sign in; its id is the name they type. */
export interface StoredAccount {
  readonly id: string;
  readonly displayName: string;
  readonly state: 'active' | 'disabled';
  readonly posts: readonly AccountPost[];
  readonly passwordHash: string;
  readonly passwordMustChange: boolean;
  readonly secondFactorRequired: boolean;
  /** Undefined: none was ever begun. */
  readonly totp: SealedSecret | undefined;
  /** The secret counts since it was confirmed with a first code. */
  readonly isEnrolled: boolean;
  readonly version: number;
  readonly lastSignInAt: Date | null;
}

/** Heads and above: who sees or changes what is not their own work. */
const rolesWithSecondFactor: ReadonlySet<AccountRole> = new Set(['head', 'leader', 'delegation', 'auditor', 'admin']);

export const needsSecondFactor = (posts: readonly AccountPost[]): boolean =>
  posts.some(({ role }) => rolesWithSecondFactor.has(role));

/** Whether somebody can act as anything at all. */
export const mayAct = ({ state, posts }: Pick<StoredAccount, 'state' | 'posts'>): boolean =>
  state === 'active' && posts.length > 0;
