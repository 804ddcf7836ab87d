import { demoPeople, listDemoPrograms } from '@motcua/demo/accounts';
import { ensureFirstAccounts, ensureServiceAccounts, type ShownPassword, type StackPaths } from '@motcua/stack';

/** Accounts of people and programs for a stack that is to start. @returns the passwords that are to be shown, this once */
export async function prepareAccounts(paths: StackPaths): Promise<readonly ShownPassword[]> {
  await ensureServiceAccounts(paths, await listDemoPrograms());
  return ensureFirstAccounts(paths, demoPeople);
}
