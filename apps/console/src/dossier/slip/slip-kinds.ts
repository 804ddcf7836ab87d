import type { DossierAction, SlipEvent } from '@motcua/contracts';
import { toEventName } from '../history/event-name.ts';

/** After which actions a person is given a slip. */
export const slipOfAction = {
  receive: 'received',
  refuse: 'refused',
  'request-supplement': 'supplement-requested',
  'request-payment': 'payment-requested',
  'confirm-payment': 'payment-made',
  extend: 'extended',
  apologise: 'apologised',
  stop: 'stopped',
  return: 'returned',
} as const satisfies Partial<Record<DossierAction, SlipEvent>>;

/** What stands behind the number of a slip, as circular 01/2018/TT-VPCP has it; the others bear the dossier's code alone. */
export const serials: Readonly<Partial<Record<SlipEvent, string>>> = {
  'supplement-requested': 'PBS',
  refused: 'PTC',
  extended: 'PXL',
  apologised: 'PXL',
};

const kinds: readonly string[] = Object.values(slipOfAction);
const isKind = (name: string): name is SlipEvent => kinds.includes(name);

/** The slip of an event by its type; undefined: nobody is given paper after it. */
export function toSlipKind(type: string): SlipEvent | undefined {
  const name = toEventName(type);
  return name !== undefined && isKind(name) ? name : undefined;
}
