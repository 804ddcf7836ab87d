import type { MovedMoment } from './dossier-event.ts';
import type { RecordedState } from './dossier.ts';
import { eventEffects } from './event-effects.ts';

/** Moves what an event told at one moment to another. The same facts, where nothing of it is there any more (it was corrected since). */
export function moveMoment(recorded: RecordedState, { event, from, to }: MovedMoment): RecordedState {
  if (event === 'corrected' || event === 'reverted') return recorded;
  return eventEffects[event].move?.(recorded, from, to) ?? recorded;
}
