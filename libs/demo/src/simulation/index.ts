export { createRandom } from '../invention/random.ts';
export { parseDuration, parseRate } from './parse-pace.ts';
export { playCounters } from './play-counters.ts';
export { createSimulationTally, type SimulationSummary } from './simulation-summary.ts';
export { openTodaysCounters } from './todays-communes.ts';
