/** How patient we are with failures of one kind. */
export interface DelayRule {
  /** So many failures cost nothing: people mistype. */
  readonly free: number;
  /** What the first one beyond them costs; each further one costs twice as much. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** Failures are forgotten after so long without one. */
  readonly forgottenAfterSeconds: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

export const delayRules = {
  /** One name from one neighbourhood of addresses. */
  place: { free: 5, firstSeconds: 5, longestSeconds: 15 * 60, forgottenAfterSeconds: DAY },
  /**
   * One name from wherever, known browsers apart: a password is guessed from a thousand networks no quicker than from a few. Some 120
   * tries on the first day and 96 on each further one, of all strangers together (NIST SP 800-63B: no more than 100 in a row).
   */
  name: { free: 20, firstSeconds: 10, longestSeconds: 15 * 60, forgottenAfterSeconds: DAY },
  /** One name in a browser that it has signed in with before. */
  browser: { free: 10, firstSeconds: 5, longestSeconds: 15 * 60, forgottenAfterSeconds: DAY },
  /** Any names from one neighbourhood of addresses, known browsers apart: somebody tries one password on many. */
  address: { free: 30, firstSeconds: 1, longestSeconds: 5 * 60, forgottenAfterSeconds: HOUR },
} as const satisfies Readonly<Record<string, DelayRule>>;

/** For how long nothing is tried after so many failures, in seconds. */
export function toDelaySeconds({ free, firstSeconds, longestSeconds }: DelayRule, failures: number): number {
  if (failures < free) return 0;
  return Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - free, 30));
}
