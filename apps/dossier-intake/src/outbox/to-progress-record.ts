import { createLogProgress } from '@motcua/contracts';
import { controlHeader } from '@motcua/kafka';
import type { Progress } from '@motcua/outbox';
import { intakeSource } from '../dossiers/publish-dossier.ts';
import { parseSessionEnd } from '../events/import-sessions/session-end-event.ts';

/** How far the log goes, as it stands in each partition of it: for whoever acts when time comes. Everybody else passes over it by its header. */
export function toProgressRecord({ id, partition, recordedUpTo, lastOffset, nextWithinMs, marks }: Progress) {
  const origin = { id, source: intakeSource, time: recordedUpTo ?? new Date().toISOString() };
  const event = createLogProgress(origin, {
    partition,
    recordedUpTo,
    lastOffset,
    nextWithinSeconds: nextWithinMs / 1_000,
    sessionsEnded: marks.map(({ body }) => parseSessionEnd(String(body))),
  });
  return { value: JSON.stringify(event), headers: { [controlHeader]: 'progress' } };
}
