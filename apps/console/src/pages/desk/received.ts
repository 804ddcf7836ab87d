import type { DossierView, OpenDossier } from '@motcua/contracts';

/** A receipt that was answered: what was sent, and what it became. */
export interface Received {
  readonly body: OpenDossier;
  readonly view: DossierView;
}
