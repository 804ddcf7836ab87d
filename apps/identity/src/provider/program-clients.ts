import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { ProgramAccounts } from './service-accounts.ts';

const nothingElse = (): Promise<never> => Promise.reject(new Error('Programs are those of the file, and are only looked for.'));

/** The provider's clients beside those of the product: the programs, found when they are asked for. Nobody registers one while we run. */
export class ProgramClients implements Adapter {
  constructor(private readonly programs: ProgramAccounts) {}

  find(id: string): Promise<AdapterPayload | undefined> {
    const program = this.programs.find(id);
    if (program === undefined) return Promise.resolve(undefined);
    return Promise.resolve({
      client_id: program.id,
      client_name: program.name ?? program.id,
      client_secret: program.secret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    });
  }

  findByUserCode = nothingElse;
  findByUid = nothingElse;
  upsert = nothingElse;
  consume = nothingElse;
  destroy = nothingElse;
  revokeByGrantId = nothingElse;
}
