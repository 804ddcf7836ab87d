import type { Account, AccountPage, AccountPost, AccountWithPassword, CreateAccount } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { readPages } from './read-pages.ts';
import { request } from './request.ts';

/** Everybody who can sign in, by their names. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => {
    const pages = await readPages<AccountPage>('/v1/accounts', { limit: 500 }, signal);
    return pages.flatMap(({ accounts }) => accounts);
  },
});

export const createAccount = (account: CreateAccount) =>
  request<AccountWithPassword>('/v1/accounts', { method: 'POST', body: account, idempotencyKey: crypto.randomUUID() });

/** A change of an account as it was seen; where somebody was quicker it is refused. */
interface Seen {
  readonly account: Account;
}

export const putAccountPosts = ({ account, posts }: Seen & { readonly posts: readonly AccountPost[] }) =>
  request<Account>(`${toPath(account)}/posts`, { method: 'PUT', body: { posts }, ifMatch: toETag(account) });

export type AccountChange = 'disable' | 'enable' | 'unlock' | 'second-factor-reset';

export const changeAccount = ({ account, change }: Seen & { readonly change: AccountChange }) =>
  request<Account>(`${toPath(account)}/${change}`, { method: 'POST', ifMatch: toETag(account) });

/** A password for one sign-in, in the answer and nowhere else. */
export const resetPassword = (account: Account) =>
  request<AccountWithPassword>(`${toPath(account)}/password-reset`, { method: 'POST', ifMatch: toETag(account) });

const toPath = ({ id }: Account): string => `/v1/accounts/${encodeURIComponent(id)}`;
const toETag = ({ version }: Account): string => `"${version}"`;
