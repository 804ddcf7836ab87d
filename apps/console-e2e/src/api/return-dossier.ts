import type { DossierView, OpenDossier } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from './ask-as.ts';
import { receiveDossier } from './receive-dossier.ts';

/** A dossier that is over: its result was handed over. @param page of a counter */
export async function returnDossier(page: Page, given: Partial<OpenDossier> = {}): Promise<DossierView['dossier']> {
  const { dossierId } = await receiveDossier(page, given);
  return (await askAs<DossierView>(page, `/v1/dossiers/${dossierId}/return`, { method: 'POST', body: {} })).dossier;
}
