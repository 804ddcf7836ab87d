import { continueChain, listAuditedSchemas } from '@motcua/audit';
import { adoptStore, type Adoption } from '@motcua/outbox';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

/** The services that own event tables, by the schema these lie in. */
export const storeOwners = {
  intake: 'dossier-intake',
  catalogue: 'catalogue',
  sla: 'sla-timer',
  digitization: 'digitization-tracker',
} as const;
export type StoreName = keyof typeof storeOwners;
export const storeNames = Object.keys(storeOwners) as StoreName[];

export type AdoptedStore = Adoption & { readonly schema: StoreName };

/** One after the other, with what is left to be sealed of their audit logs. @param pool of an administrator */
export async function adoptStores(pool: Pool, names: readonly StoreName[]): Promise<AdoptedStore[]> {
  const adopted: AdoptedStore[] = [];
  for (const schema of names) adopted.push({ schema, ...(await adoptStore(pool, schema)) });
  await continueChains(pool, names);
  return adopted;
}

/** Lets audit logs be sealed on in a server that counts transactions otherwise. @param schemas those of them; absent: all that keep one */
export const continueChains = (pool: Pool, schemas?: readonly string[]): Promise<void> =>
  inTransaction(
    pool,
    async (transaction) => {
      const audited = await listAuditedSchemas(transaction);
      for (const schema of audited.filter((it) => schemas?.includes(it) !== false)) await continueChain(transaction, schema);
    },
    { timeoutMs: 0 },
  );
