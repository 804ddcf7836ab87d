import { ClockState, Code, IsoInstant, SlaClock } from '@motcua/contracts';
import { z } from 'zod';

const scope = {
  officer: z.string().min(1).max(200).optional().describe('Staff id of the officer in charge.'),
  asOf: IsoInstant.optional().describe('The moment the states stand for; absent or ahead of the timer’s now: now.'),
};
const page = {
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Lines a page.'),
};
const unit = Code.describe('Dossiers that this unit or one below it answers for.');

export const ClockParameters = z.object({
  unit: unit.optional(),
  handling: Code.optional().describe('Dossiers that this unit or one below it handles now; with `unit`: of those.'),
  state: ClockState.optional().describe('Absent: every clock that is not closed.'),
  clock: SlaClock.optional(),
  sort: z.literal('due').optional().describe('The order of the list.'),
  ...scope,
  ...page,
});
export type ClockParameters = z.infer<typeof ClockParameters>;

export const LikelyCompletedOfflineParameters = z.object({ unit, ...scope, ...page });
export type LikelyCompletedOfflineParameters = z.infer<typeof LikelyCompletedOfflineParameters>;
