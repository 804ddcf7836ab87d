import type { Surroundings } from './surroundings.ts';
import type { ClockRule, SlaClock } from './vocabulary.ts';

export const findRule = ({ clocks }: Surroundings, clock: SlaClock): ClockRule | undefined =>
  clocks.find((rule) => rule.clock === clock);
