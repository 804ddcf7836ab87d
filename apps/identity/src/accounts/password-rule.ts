/** NIST SP 800-63B: length is what counts; no letters of a certain kind, no change by the calendar. */
export const SHORTEST = 12;
export const LONGEST = 128;

/** Why a password is not taken: it is short or endless, the same as before, or made of the name it stands beside. */
export type Weakness = 'length' | 'same' | 'name';

export interface PasswordChange {
  readonly accountId: string;
  readonly current: string;
  readonly next: string;
}

export function findWeakness({ accountId, current, next }: PasswordChange): Weakness | undefined {
  const length = Array.from(next).length;
  if (length < SHORTEST || length > LONGEST) return 'length';
  if (next.normalize('NFKC') === current.normalize('NFKC')) return 'same';
  return next.toLowerCase().includes(accountId) ? 'name' : undefined;
}
