import type { DossierAction } from '@motcua/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sendCommand, toEtag } from '../../../api/dossier-commands.ts';
import type { WorkItem } from '../open/to-work-items.ts';

/** What became of the command for one dossier. */
export type Outcome = { readonly state: 'waiting' | 'done' } | { readonly state: 'refused'; readonly error: unknown };

const AT_ONCE = 4;

/** Gives many dossiers one command, some at a time; each has a result of its own. */
export function useBulk(action: DossierAction, items: readonly Pick<WorkItem, 'dossier'>[]) {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const keys = useRef(new Map<string, string>());

  const run = async (body: object): Promise<string[]> => {
    const waiting = items.filter(({ dossier }) => outcomes.get(dossier.dossierId)?.state !== 'done');
    const done: string[] = [];
    const set = (id: string, outcome: Outcome): void => {
      setOutcomes((before) => new Map([...before, [id, outcome]]));
    };
    for (const { dossier } of waiting) set(dossier.dossierId, { state: 'waiting' });
    const queue = [...waiting];
    const together = crypto.randomUUID();
    const work = async (): Promise<void> => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
        const { dossierId } = item.dossier;
        // The same command again after a lost answer is the same command.
        const idempotencyKey = keys.current.get(dossierId + JSON.stringify(body)) ?? crypto.randomUUID();
        keys.current.set(dossierId + JSON.stringify(body), idempotencyKey);
        try {
          await sendCommand({ dossierId, action, body, etag: toEtag(item.dossier), idempotencyKey, run: together });
          set(dossierId, { state: 'done' });
          done.push(dossierId);
        } catch (error) {
          set(dossierId, { state: 'refused', error });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await Promise.all(['open-dossiers', 'clocks'].map((list) => client.invalidateQueries({ queryKey: [list] })));
    return done;
  };
  return { outcomes, run, isRunning: [...outcomes.values()].some(({ state }) => state === 'waiting') };
}
