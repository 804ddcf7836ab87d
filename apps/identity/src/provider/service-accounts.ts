import { AccountRole, Code } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A program that signs in with a secret: as somebody of a role, or as a legacy system that reports about a subtree. */
const ServiceAccount = z
  .strictObject({
    id: Code,
    name: z.string().min(1).max(200).optional(),
    secret: z.string().min(32),
    role: AccountRole.optional(),
    source: z.string().min(1).optional(),
    unit: Code.optional(),
  })
  .refine(({ role, source }) => (role === undefined) !== (source === undefined), { message: 'either a role or a source' })
  .refine(({ role, unit }) => unit !== undefined || role === 'admin', { message: 'it needs a unit', path: ['unit'] });
export type ServiceAccount = z.infer<typeof ServiceAccount>;

const ServiceAccounts = z.strictObject({ accounts: z.array(ServiceAccount) });

/** @throws where the file is not there, or holds something else */
export function readServiceAccounts(file: string | undefined): ReadonlyMap<string, ServiceAccount> {
  if (file === undefined) return new Map();
  const { accounts } = ServiceAccounts.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(accounts.map((account) => [account.id, account]));
}
