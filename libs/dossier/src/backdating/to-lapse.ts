import { dueMoment } from '@motcua/calendar';
import type { DecisionContext } from '../decision-context.ts';
import type { Instant } from '../vocabulary.ts';

/** A proposal waits so long for somebody's decision. */
const TERM = { amount: 5, unit: 'working-day' } as const;

/** When what is proposed now lapses: after five working days of the dossier's calendar, at the same clock time. */
export function toLapse({ calendar, now }: DecisionContext): Instant {
  const lapse = dueMoment(calendar, { receivedAt: now, limit: TERM });
  if (!lapse.ok || lapse.dueAt === null) throw new Error('Five working days without a pause end somewhere.');
  return lapse.dueAt;
}
