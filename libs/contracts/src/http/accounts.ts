import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { verbatim } from '../text/text-mark.ts';

/** What somebody may be signed in as; legacy systems are no people and have service accounts. */
export const AccountRole = z
  .enum(['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor', 'admin'])
  .describe('What somebody is in a unit.')
  .meta({ id: 'AccountRole' });
export type AccountRole = z.infer<typeof AccountRole>;

export const AccountPost = z
  .strictObject({
    role: AccountRole,
    unit: Code.optional().describe(
      'The unit, with all below it; only an administrator may have none, and then reaches everything.',
    ),
  })
  .refine(({ role, unit }) => unit !== undefined || role === 'admin', { message: 'the role needs a unit', path: ['unit'] })
  .describe('A role in a unit.')
  .meta({ id: 'AccountPost' });
export type AccountPost = z.infer<typeof AccountPost>;

const AccountPosts = z.array(AccountPost).max(20).describe('What they may act as; of several they choose one. Empty: nothing.');

export const AccountId = Code.regex(/^[a-z0-9][a-z0-9._-]*$/, 'small letters, digits, dots and hyphens')
  .refine((id) => id !== 'me', '"me" is who asks')
  .describe('The name they sign in with; of staff, the staff id of the catalogue.');

export const Account = z
  .object({
    id: AccountId,
    displayName: z.string().describe('Name for people.'),
    state: z.enum(['active', 'disabled']),
    posts: AccountPosts,
    secondFactor: z.enum(['none', 'asked', 'enrolled']).describe('Asked: it is set up at the next sign-in.'),
    mustChangePassword: z.boolean().describe('The password they have is for one sign-in.'),
    lockedPlaces: z.number().int().describe('From how many places or browsers they have to wait at the moment.'),
    lastSignInAt: IsoInstant.nullable(),
    version: z.number().int().describe('The ETag.'),
  })
  .describe('Somebody who can sign in.')
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const AccountPage = z
  .object({
    accounts: z.array(Account),
    next: z.string().nullable().describe('Cursor of the next page; null: this is the last.'),
  })
  .describe('A page of accounts, by their names.')
  .meta({ id: 'AccountPage' });
export type AccountPage = z.infer<typeof AccountPage>;

/** `POST /v1/accounts` */
export const CreateAccount = z
  .strictObject({
    id: AccountId,
    displayName: z.string().trim().min(1).max(200),
    posts: AccountPosts.min(1),
    secondFactor: z.boolean().optional().describe('Absent: asked of heads and above.'),
  })
  .describe('Somebody who shall be able to sign in.')
  .meta({ id: 'CreateAccount' });
export type CreateAccount = z.infer<typeof CreateAccount>;

export const AccountWithPassword = z
  .object({
    account: Account,
    oneTimePassword: z.string().nullable().describe('Shown this once; null: this is the answer to a repeated request.'),
  })
  .describe('An account whose password was just made; it is changed at the next sign-in.')
  .meta({ id: 'AccountWithPassword' });
export type AccountWithPassword = z.infer<typeof AccountWithPassword>;

/** `PUT /v1/accounts/{id}/posts` */
export const PutAccountPosts = z
  .strictObject({ posts: AccountPosts })
  .describe('What somebody may act as from now on.')
  .meta({ id: 'PutAccountPosts' });
export type PutAccountPosts = z.infer<typeof PutAccountPosts>;

/** Compared and hashed, shown to nobody. */
const Secret = verbatim(z.string().min(1).max(200));

/** `PUT /v1/accounts/me/password` */
export const ChangePassword = z
  .strictObject({ current: Secret, next: Secret })
  .describe('A new password in place of the one that is given.')
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const PasswordChanged = z
  .object({
    endedElsewhere: z.number().int().min(0).describe('Browsers and command lines that were signed out.'),
    message: z.object({ vi: z.string(), en: z.string() }).describe('The same for the person.'),
  })
  .describe('What a new password has ended. Where it was given goes on.')
  .meta({ id: 'PasswordChanged' });
export type PasswordChanged = z.infer<typeof PasswordChanged>;
