import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Done } from '../../api/create-last-done.ts';
import { sendCommand } from '../../api/dossier-commands.ts';
import { changedLists } from '../actions/changed-lists.ts';
import { dossierKey } from '../../api/dossier-queries.ts';

/** Clocks follow the log: a moment later they run again. */
const CLOCKS_FOLLOW_MS = 1500;

/** A dossier that stayed as it was, and why. */
export interface Refusal {
  readonly done: Done;
  readonly error: unknown;
}

/** Takes back what was done to each of these; what is refused says so, and holds up none of the others. */
export function useUndo() {
  const client = useQueryClient();
  // The same through every attempt, so that a lost answer is not a second command.
  const keys = useRef(new Map<string, string>());
  const undoOne = async (done: Done): Promise<Refusal | undefined> => {
    const { dossierId, event } = done;
    const name = `${dossierId}/${event}`;
    const idempotencyKey = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, idempotencyKey);
    try {
      await sendCommand({ dossierId, action: 'revert', body: { event }, etag: `"${event}"`, idempotencyKey });
      return undefined;
    } catch (error) {
      return { done, error };
    } finally {
      const queryKey = dossierKey(dossierId);
      await client.invalidateQueries({ queryKey });
      setTimeout(() => void client.invalidateQueries({ queryKey }), CLOCKS_FOLLOW_MS);
    }
  };
  return useMutation({
    mutationFn: async (dossiers: readonly Done[]) => {
      const outcomes: (Refusal | undefined)[] = [];
      for (const done of dossiers) outcomes.push(await undoOne(done));
      return outcomes.filter((outcome) => outcome !== undefined);
    },
    onSettled: () => Promise.all(changedLists.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
