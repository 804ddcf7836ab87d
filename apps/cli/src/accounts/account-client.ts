import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { Account, AccountPage, AccountWithPassword, type AccountPost, type CreateAccount } from '@motcua/contracts';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

/** What can be done to an account, in the words of the API's paths. */
export type AccountAction = 'disable' | 'enable' | 'unlock' | 'second-factor-reset';

export const connectAsOperator = async (): Promise<GatewayClient> =>
  createGatewayClient(await connectToGateway(), { role: 'admin' });

export async function listAccounts(client: GatewayClient, search: string | undefined): Promise<Account[]> {
  const accounts: Account[] = [];
  let cursor: string | undefined;
  do {
    const page = AccountPage.parse(await client.request('/v1/accounts', { query: { search, cursor, limit: 500 } }));
    accounts.push(...page.accounts);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return accounts;
}

export const createAccount = async (client: GatewayClient, body: CreateAccount): Promise<AccountWithPassword> =>
  AccountWithPassword.parse(await client.request('/v1/accounts', { method: 'POST', body }));

export const resetPassword = async (client: GatewayClient, id: string): Promise<AccountWithPassword> =>
  AccountWithPassword.parse(await client.request(`${toPath(id)}/password-reset`, { method: 'POST', body: {} }));

export const changeAccount = async (client: GatewayClient, id: string, action: AccountAction): Promise<Account> =>
  Account.parse(await client.request(`${toPath(id)}/${action}`, { method: 'POST', body: {} }));

export const putPosts = async (client: GatewayClient, id: string, posts: readonly AccountPost[]): Promise<Account> =>
  Account.parse(await client.request(`${toPath(id)}/posts`, { method: 'PUT', body: { posts } }));

const toPath = (id: string): string => `/v1/accounts/${encodeURIComponent(id)}`;
