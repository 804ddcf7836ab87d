import { createRandomPassword, hashPassword } from '@motcua/auth/passwords';
import type { AccountPost } from '@motcua/contracts';
import { join } from 'node:path';
import { z } from 'zod';
import type { StackPaths } from '../state/stack-paths.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';

/** Somebody who can sign in to a stack that was just made. */
export interface FirstAccount {
  readonly id: string;
  readonly displayName: string;
  readonly posts: readonly AccountPost[];
}

/** A password that stands nowhere but on the screen that it is shown on now. */
export interface ShownPassword extends FirstAccount {
  readonly password: string;
}

const Stored = z.object({ accounts: z.array(z.looseObject({ id: z.string() })) });

/** Who is there from the beginning, each with the hash of their password. */
export const toFirstAccountsFile = (paths: StackPaths): string => join(paths.secrets, 'first-accounts.json');

/**
 * Makes accounts with random passwords for those who have none yet. They need no second factor: whoever reads the screen of this machine has
 * all of it anyway.
 *
 * @returns those that were made now, to be shown once
 */
export async function ensureFirstAccounts(paths: StackPaths, wanted: readonly FirstAccount[]): Promise<readonly ShownPassword[]> {
  const file = toFirstAccountsFile(paths);
  const stored = Stored.parse((await readJsonFile(file)) ?? { accounts: [] }).accounts;
  const missing = wanted.filter(({ id }) => !stored.some((account) => account.id === id));
  if (missing.length === 0) return [];
  const shown = missing.map((account) => ({ ...account, password: createRandomPassword() }));
  const added = [];
  for (const { password, ...account } of shown)
    added.push({ ...account, passwordHash: await hashPassword(password), mustChangePassword: false, secondFactor: false });
  await writeJsonFile(file, { accounts: [...stored, ...added] }, { mode: 0o600 });
  return shown;
}
