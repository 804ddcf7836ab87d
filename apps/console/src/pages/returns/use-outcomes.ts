import type { DossierView } from '@motcua/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import type { WaitingCommand } from '../../outbox/outbox.ts';
import { useOutbox } from '../../outbox/use-outbox.ts';

/** What became of a return. */
export type Outcome =
  | { readonly state: 'sending' | 'waiting' }
  | { readonly state: 'done'; readonly version: number }
  | { readonly state: 'refused'; readonly error: unknown };

const pathOf = (dossierId: string): string => `/v1/dossiers/${dossierId}/return`;
const isReturn = ({ path }: WaitingCommand): boolean => /^\/v1\/dossiers\/[^/]+\/return$/.test(path);
const idOf = ({ path }: WaitingCommand): string => path.split('/')[3] ?? '';

/** Gives dossiers their return, and tells of each what became of it; what finds no network waits and is sent once. */
export function useOutcomes() {
  const client = useQueryClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const set = useCallback((id: string, outcome: Outcome) => {
    setKnown((before) => new Map([...before, [id, outcome]]));
  }, []);
  const onLate = useCallback(
    (command: WaitingCommand, answer: unknown) => {
      set(idOf(command), { state: 'done', version: (answer as DossierView).dossier.dossierVersion });
    },
    [set],
  );
  const { waiting, give, withdraw } = useOutbox({ isOurs: isReturn, onLate });

  /** A return that was refused later is thought over: it is given anew, or its line leaves the list. */
  const forget = async (dossierIds: readonly string[]): Promise<void> => {
    const refused = waiting.filter((command) => command.refused !== undefined && dossierIds.includes(idOf(command)));
    for (const { id } of refused) await withdraw(id);
  };

  const run = async (dossiers: readonly { readonly id: string; readonly label: string }[], body: object): Promise<void> => {
    await forget(dossiers.map(({ id }) => id));
    for (const { id } of dossiers) set(id, { state: 'sending' });
    for (const { id, label } of dossiers) {
      const { id: commandId, sent } = await give({ path: pathOf(id), body, label });
      if (sent.kind === 'waiting') set(id, { state: 'waiting' });
      else if (sent.kind === 'answered') onLate({ path: pathOf(id) } as WaitingCommand, sent.answer);
      else {
        set(id, { state: 'refused', error: sent.problem });
        await withdraw(commandId);
      }
    }
    await client.invalidateQueries({ queryKey: ['open-dossiers'] });
  };

  /** What waits here since an earlier visit counts too. */
  const outcomeOf = (dossierId: string): Outcome | undefined => {
    const command = waiting.find((one) => idOf(one) === dossierId);
    if (command?.refused !== undefined)
      return { state: 'refused', error: new ApiProblem(command.refused.status, command.refused.body) };
    return command === undefined ? known.get(dossierId) : { state: 'waiting' };
  };
  return { outcomeOf, run, forget, unsent: waiting.filter(({ refused }) => refused === undefined).length };
}
