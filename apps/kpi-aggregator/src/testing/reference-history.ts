import type { Responsibility } from '@motcua/indicators';
import type { ReferenceDossier } from '@motcua/indicators/testing';
import type { RandomDossier } from './random-events.ts';

/**
 * A dossier as its events leave it, told apart from the projection's fold: a `reassigned` says who is responsible from its moment
 * on, whatever was said of later moments, unless the next event takes it back; any other change says that the last one named was another all
 * along. The last overdue cause holds, and so do the last documents.
 */
export function toReferenceDossier({ events, causes, digitizations }: RandomDossier): ReferenceDossier {
  const timeline: Responsibility[] = [];
  const stands = events.filter(({ takesBack }, index) => takesBack !== true && events[index + 1]?.takesBack !== true);
  for (const { responsibleUnit, moves, occurredAt } of stands) {
    const last = timeline.at(-1);
    if (last === undefined) timeline.push({ ...responsibleUnit, from: null });
    else if (JSON.stringify([last.path, last.kind]) === JSON.stringify([responsibleUnit.path, responsibleUnit.kind])) continue;
    else if (moves) {
      while ((timeline.at(-1)?.from ?? -Infinity) >= occurredAt) timeline.pop();
      timeline.push({ ...responsibleUnit, from: occurredAt });
    } else timeline.push({ ...responsibleUnit, from: timeline.pop()?.from ?? null });
  }
  return {
    state: stands.at(-1)!.state,
    history: timeline,
    overdueCause: causes.at(-1)?.overdueCause ?? null,
    documents: digitizations.at(-1)?.documents ?? null,
  };
}
