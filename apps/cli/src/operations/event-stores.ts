import { adoptStore, type Adoption } from '@motcua/outbox';
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

/** One after the other. @param pool of an administrator */
export async function adoptStores(pool: Pool, names: readonly StoreName[]): Promise<AdoptedStore[]> {
  const adopted: AdoptedStore[] = [];
  for (const schema of names) adopted.push({ schema, ...(await adoptStore(pool, schema)) });
  return adopted;
}
