import { z } from 'zod';
import { mayAct, type StoredAccount } from '../accounts/account.ts';

/** How far somebody has come with signing in; kept with the interaction, out of the browser's reach. */
export const Progress = z.object({
  accountId: z.string(),
  /** RFC 8176: what they have shown so far. */
  amr: z.array(z.enum(['pwd', 'otp'])),
});
export type Progress = z.infer<typeof Progress>;

/** What is asked next. */
export type Step = 'password' | 'code' | 'new-password' | 'enrolment' | 'no-post' | 'done';

/** The second factor comes before a change of the password: who has found a password that is for one sign-in must not choose the next one. */
export function findStep(progress: Progress | undefined, account: StoredAccount | undefined): Step {
  if (progress === undefined || account?.state !== 'active') return 'password';
  const isAsked = account.secondFactorRequired || account.isEnrolled;
  const hasShown = progress.amr.includes('otp');
  if (isAsked && account.isEnrolled && !hasShown) return 'code';
  if (account.passwordMustChange) return 'new-password';
  if (isAsked && !hasShown) return 'enrolment';
  return mayAct(account) ? 'done' : 'no-post';
}
