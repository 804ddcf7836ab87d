import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { StackPaths } from '../state/stack-paths.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';

/** A program that signs in by itself: as somebody of a role, or as a legacy system. */
export interface ServiceAccount {
  readonly id: string;
  readonly role?: string;
  readonly source?: string;
  readonly unit?: string;
}

const Stored = z.object({
  accounts: z.array(
    z.looseObject({
      id: z.string(),
      secret: z.string(),
      role: z.string().optional(),
      source: z.string().optional(),
      unit: z.string().optional(),
    }),
  ),
});
export type StoredAccount = z.infer<typeof Stored>['accounts'][number];

/** The programs of the embedded stack with their secrets, for the provider and for the programs themselves. */
export const toServiceAccountsFile = (paths: StackPaths): string => join(paths.secrets, 'service-accounts.json');

export const readServiceAccounts = async (paths: StackPaths): Promise<readonly StoredAccount[]> =>
  Stored.parse((await readJsonFile(toServiceAccountsFile(paths))) ?? { accounts: [] }).accounts;

/** A secret for each, made once; what each may do is that of the program that starts. Accounts that somebody added stay. */
export async function ensureServiceAccounts(paths: StackPaths, wanted: readonly ServiceAccount[]): Promise<void> {
  const file = toServiceAccountsFile(paths);
  const stored = await readServiceAccounts(paths);
  const secrets = new Map(stored.map(({ id, secret }) => [id, secret]));
  const ours = wanted.map((account) => ({
    ...account,
    secret: secrets.get(account.id) ?? randomBytes(32).toString('base64url'),
  }));
  const others = stored.filter(({ id }) => !wanted.some((account) => account.id === id));
  await writeJsonFile(file, { accounts: [...ours, ...others] }, { mode: 0o600 });
}
