import { Office, type RunningStack } from '@motcua/testing/stack';

/** Communes of one province; nobody else works in them. */
export const communes = ['xa-thanh-ba', 'xa-quang-yen', 'xa-lien-minh'] as const;
export const province = 'phu-tho';

/** The legacy system that imports. */
export const source = 'urn:motcua:campaign';

/** Whoever is needed to give the commands of the campaign, each with a token of their own. */
export interface Officers {
  readonly admin: Office;
  /** Somebody else than who proposes. */
  readonly approver: Office;
  readonly importer: Office;
  readonly counter: (unit: string) => Office;
}

export async function openOfficers(stack: RunningStack): Promise<Officers> {
  const [admin, approver, importer, ...counters] = await Promise.all([
    Office.open(stack, 'admin'),
    Office.open(stack, 'head', province, undefined, `${province}.head`),
    Office.open(stack, 'source', province, source),
    ...communes.map((unit) => Office.open(stack, 'counter', unit)),
  ]);
  const byUnit = new Map(communes.map((unit, index) => [unit as string, counters[index] ?? admin]));
  return { admin, approver, importer, counter: (unit) => byUnit.get(unit) ?? admin };
}
