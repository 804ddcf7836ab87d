import { toTransaction } from '@motcua/postgres';
import type { Account as ProviderAccount, AccountClaims, UnknownObject } from 'oidc-provider';
import type { Pool } from 'pg';
import { mayAct } from '../accounts/account.ts';
import { findAccount } from '../accounts/account.store.ts';
import type { ProgramSignIns } from './program-sign-ins.ts';

/** What tokens say of people and programs. */
export class TokenClaims {
  constructor(
    private readonly pool: Pool,
    private readonly programs: ProgramSignIns,
  ) {}

  /** Read anew for each token; undefined: they may not sign in any more. */
  async findPerson(id: string): Promise<ProviderAccount | undefined> {
    const account = await findAccount(toTransaction(this.pool), id);
    if (account === undefined || !mayAct(account)) return undefined;
    const claims = { sub: id, name: account.displayName, posts: account.posts };
    return { accountId: id, claims: (): AccountClaims => claims };
  }

  /** Of an access token, beside what every one has. */
  async ofPerson(id: string): Promise<UnknownObject> {
    const claims = await (await this.findPerson(id))?.claims('id_token', 'openid', {}, []);
    return { name: claims?.['name'], posts: claims?.['posts'] ?? [] };
  }

  async ofProgram(clientId: string): Promise<UnknownObject> {
    const sid = await this.programs.find(clientId);
    const { name, role, source, unit } = this.programs.accounts.find(clientId) ?? {};
    if (source !== undefined) return { name: name ?? clientId, role: 'source', source, unit, sid };
    const post = { role, ...(unit === undefined ? {} : { unit }) };
    return { name: name ?? clientId, posts: role === undefined ? [] : [post], sid };
  }
}
