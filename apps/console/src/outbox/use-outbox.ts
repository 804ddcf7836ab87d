import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { sendAll, sendKept, sendOverNetwork, type Sent, type WaitingCommand } from './outbox.ts';
import { ownCommands } from './own-commands.ts';
import { forgetOthers } from './sealed-store.ts';

const AGAIN_AFTER_MS = 5_000;

/** Tabs of one browser take turns, so that what one sends no other sends beside it. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('motcua-outbox', work) as Promise<Result>;

export interface OutboxOptions {
  /** Which of the commands are the page's: others are sent from here too, and told of where they were given. The same function each time. */
  readonly isOurs: (command: WaitingCommand) => boolean;
  /** Told of an answer that came after the page had gone on. */
  readonly onLate: (command: WaitingCommand, answer: unknown) => void;
}

/** Commands of the signed-in person that outlive a lost network. */
export function useOutbox({ isOurs, onLate }: OutboxOptions) {
  const { person } = useSession();
  const store = useMemo(() => ownCommands(person.sub), [person.sub]);
  const [waiting, setWaiting] = useState<readonly WaitingCommand[]>([]);
  const refresh = useCallback(async () => {
    setWaiting(await store.list());
  }, [store]);
  const tell = useCallback(
    (command: WaitingCommand, answer: unknown) => {
      if (isOurs(command)) onLate(command, answer);
    },
    [isOurs, onLate],
  );

  const sendWaiting = useCallback(async () => {
    await inTurn(() => sendAll(store, sendOverNetwork, tell));
    await refresh();
  }, [store, tell, refresh]);

  useEffect(() => {
    void forgetOthers(person.sub).then(refresh);
  }, [person.sub, refresh]);

  const isWaiting = waiting.some(({ refused }) => refused === undefined);
  useEffect(() => {
    if (!isWaiting) return;
    const again = (): void => void sendWaiting();
    const timer = setInterval(again, AGAIN_AFTER_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isWaiting, sendWaiting]);

  /** Keeps it first, then sends it: whatever happens in between, it is not lost. */
  const give = useCallback(
    async (
      command: Pick<WaitingCommand, 'path' | 'body' | 'label' | 'draft'>,
    ): Promise<{ readonly id: string; readonly sent: Sent }> => {
      const kept = { ...command, id: `${new Date().toISOString()} ${crypto.randomUUID()}`, key: crypto.randomUUID() };
      await store.keep(kept);
      const sent = await inTurn(() => sendKept(store, kept, sendOverNetwork));
      await refresh();
      return { id: kept.id, sent };
    },
    [store, refresh],
  );

  const withdraw = useCallback(
    async (id: string) => {
      await store.drop(id);
      await refresh();
    },
    [store, refresh],
  );

  return { waiting: useMemo(() => waiting.filter(isOurs), [waiting, isOurs]), give, withdraw };
}
