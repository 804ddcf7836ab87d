import type { ListedDossier } from '@motcua/contracts';

/** Finished by somebody: the result waits at the counter. */
const PROCESSED = 9;
const RETURNED = 10;

/**
 * Whether the result of a dossier can be handed over: `ready`; `unrecorded`: nobody has recorded a result yet, and it is for the counter to
 * say that it is there all the same; `returned` already; `no`: not as it stands, or not by this post.
 */
export type Readiness = 'ready' | 'unrecorded' | 'returned' | 'no';

export function toReadiness({ status, actions }: Pick<ListedDossier, 'status' | 'actions'>): Readiness {
  if (status === RETURNED) return 'returned';
  if (!actions.includes('return')) return 'no';
  return status === PROCESSED ? 'ready' : 'unrecorded';
}
