import type { Responsibility } from '@motcua/indicators';
import type { ReferenceDossier } from '@motcua/indicators/testing';
import type { RandomDossier } from './random-events.ts';

/**
 * A dossier as its events leave it, told apart from the projection's fold: a `reassigned` says who is responsible from its moment
 * on, whatever was said of later moments; any other change says that the last one named was another all along. The last verdict holds,
 * and so do the last documents.
 */
export function toReferenceDossier({ events, verdicts, digitizations }: RandomDossier): ReferenceDossier {
  const timeline: Responsibility[] = [];
  for (const { holder, moves, occurredAt } of events) {
    const last = timeline.at(-1);
    if (last === undefined) timeline.push({ ...holder, from: null });
    else if (JSON.stringify([last.path, last.kind]) === JSON.stringify([holder.path, holder.kind])) continue;
    else if (moves) {
      while ((timeline.at(-1)?.from ?? -Infinity) >= occurredAt) timeline.pop();
      timeline.push({ ...holder, from: occurredAt });
    } else timeline.push({ ...holder, from: timeline.pop()?.from ?? null });
  }
  return {
    state: events.at(-1)!.state,
    history: timeline,
    verdict: verdicts.at(-1)?.verdict ?? null,
    documents: digitizations.at(-1)?.documents ?? null,
  };
}
