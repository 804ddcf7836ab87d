import type { DossierView } from '@motcua/contracts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { StoredDossier } from './dossier.store.ts';
import { toLedger } from './to-ledger.ts';
import { toSnapshot } from './to-snapshot.ts';

/** The dossier and how its due moment was counted, as every write answers it. */
export function toView(data: ReferenceData, stored: StoredDossier): DossierView {
  const { dossier } = stored;
  return { dossier: toSnapshot(dossier, stored), ledger: toLedger(dossier, data.findCalendar(dossier.setting.calendar)) };
}
