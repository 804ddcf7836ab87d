import type { DossierView, OpenDossier } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from './ask-as.ts';

/** The unit of the counter that people sit at in these tests. */
export const unit = 'xa-thanh-ba';

/** A receipt as the desk sends it. @param page of a counter */
export async function receiveDossier(page: Page, given: Partial<OpenDossier> = {}): Promise<DossierView['dossier']> {
  const body = { unit, procedure: '1.001193', channel: 'in-person', applicant: { name: 'Nguyễn Thị Hoa' }, ...given };
  return (await askAs<DossierView>(page, '/v1/dossiers', { method: 'POST', body })).dossier;
}
