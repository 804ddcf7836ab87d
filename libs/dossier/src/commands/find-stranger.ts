import type { DecisionContext } from '../decision-context.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';

/** A live command names staff of the unit that will have the dossier, and nobody else; undefined: it does, or it names nobody. */
export const findStranger = (officer: string | null, { officer: standing }: DecisionContext): Refusal | undefined =>
  standing === undefined || standing === 'staff' ? undefined : refuse('officer.not-of-unit', officer ?? undefined);
