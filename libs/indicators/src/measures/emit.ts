import type { DayNumber } from '../instant.ts';

/** Adds `change` to the flow of the measure with that index (in `measureIds`) on that local day. */
export type Emit = (measureIndex: number, day: DayNumber, change: 1 | -1) => void;
