import { toEventName } from './event-name.ts';
import type { HistoryEvent } from './to-change-lines.ts';

/** Of a dossier's history, what took each event back, by the version of the event that was taken back. */
export function findTakenBack(history: readonly HistoryEvent[]): ReadonlyMap<number, HistoryEvent> {
  const reverts = history.filter(({ type }) => toEventName(type) === 'reverted');
  return new Map(reverts.map((revert) => [Number(revert.change['version']), revert]));
}
