import type { DossierView } from '@motcua/contracts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { StoredDossier } from './dossier.store.ts';
import { toLedger } from './to-ledger.ts';
import { toSnapshot } from './to-snapshot.ts';
import { toProposalView } from './proposals/to-proposal-view.ts';

/** The dossier, how its due moment was counted and what is proposed about it (as of `now`), as every write answers it. */
export function toView(data: ReferenceData, stored: StoredDossier, now = stored.recordedAt): DossierView {
  const { dossier } = stored;
  return {
    dossier: toSnapshot(dossier, stored),
    ledger: toLedger(dossier, data.findCalendar(dossier.setting.calendar)),
    ...(dossier.proposals === undefined ? {} : { proposals: dossier.proposals.map((proposal) => toProposalView(proposal, now)) }),
  };
}
