import type { DossierAction, SlipEvent } from '@motcua/contracts';
import { useSession } from '../../session/session-context.ts';
import { slipOfAction } from './slip-kinds.ts';

/** Who handles dossiers; others are shown no slip. */
const printers: readonly string[] = ['counter', 'specialist', 'head'];

export const usePrintsSlips = (): boolean => printers.includes(useSession().post.role);

/** The slip that the reader may print after an action; undefined: there is none, or it is not theirs to print. */
export function useSlipKind(action: DossierAction): SlipEvent | undefined {
  const prints = usePrintsSlips();
  const kinds: Readonly<Partial<Record<DossierAction, SlipEvent>>> = slipOfAction;
  return prints ? kinds[action] : undefined;
}
