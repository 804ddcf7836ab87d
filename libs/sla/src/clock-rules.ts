import type { ClockContext } from './clock-context.ts';
import type { ClockRule, SlaClock } from './vocabulary.ts';

export const findRule = ({ clocks }: ClockContext, clock: SlaClock): ClockRule | undefined =>
  clocks.find((rule) => rule.clock === clock);
