import type { DossierEventName } from '@motcua/contracts';

const names: Readonly<Record<DossierEventName, true>> = {
  submitted: true,
  received: true,
  refused: true,
  transferred: true,
  'supplement-requested': true,
  'supplement-received': true,
  'payment-requested': true,
  'payment-made': true,
  extended: true,
  apologised: true,
  redated: true,
  'withdrawal-requested': true,
  stopped: true,
  processed: true,
  returned: true,
  reassigned: true,
  corrected: true,
  reverted: true,
};

export const isEventName = (name: string): name is DossierEventName => name in names;

/** `vn.motcua.dossier.received.v1` → `received`; undefined for one that this console does not know. */
export function toEventName(type: string): DossierEventName | undefined {
  const name = /^vn\.motcua\.dossier\.([a-z-]+)\.v\d+$/.exec(type)?.[1];
  return name !== undefined && isEventName(name) ? name : undefined;
}
