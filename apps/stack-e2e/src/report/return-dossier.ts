import type { DossierView } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import { Office, type RunningStack } from '@motcua/testing/stack';

/** Received at a counter, settled and handed over at once. @returns the dossier's id */
export async function returnDossier(stack: RunningStack, unit: string, more: object = {}): Promise<string> {
  const [counter, specialist] = [await Office.open(stack, 'counter', unit), await Office.open(stack, 'specialist', unit)];
  const opening = { unit, procedure: '1.004873', channel: 'in-person', ...more };
  const { dossier } = await counter.command<DossierView>('/v1/dossiers', opening, randomUUID());
  await specialist.command(`/v1/dossiers/${dossier.dossierId}/process`, {}, randomUUID());
  await counter.command(`/v1/dossiers/${dossier.dossierId}/return`, {}, randomUUID());
  return dossier.dossierId;
}
