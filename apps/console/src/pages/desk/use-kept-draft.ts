import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { drop, find, keep } from '../../outbox/sealed-store.ts';
import { useSession } from '../../session/session-context.ts';
import { emptyDraft, type Draft } from './draft.ts';

const SETTLED_AFTER_MS = 400;

/** The draft of a unit's desk, which a reload or a closed tab does not lose; and how it is emptied, kept or shown. */
export function useKeptDraft(unit: string): [Draft, Dispatch<SetStateAction<Draft>>, () => Promise<void>] {
  const { person } = useSession();
  const [draft, setDraft] = useState(emptyDraft);
  /** Of which unit what was kept has been looked for: what is typed before that is kept then. */
  const [loaded, setLoaded] = useState<string>();
  const id = `draft ${unit}`;

  useEffect(() => {
    let isGone = false;
    void find<Draft>(person.sub, id).then((kept) => {
      if (isGone) return;
      setLoaded(id);
      // What was typed meanwhile is newer.
      if (kept !== undefined) setDraft((now) => (now === emptyDraft ? { ...emptyDraft, ...kept } : now));
    });
    return () => {
      isGone = true;
    };
  }, [person.sub, id]);

  useEffect(() => {
    if (loaded !== id) return;
    const timer = setTimeout(
      () => void (draft === emptyDraft ? drop(person.sub, id) : keep(person.sub, id, draft)),
      SETTLED_AFTER_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [draft, loaded, person.sub, id]);

  // At once, not when the page has settled: after a receipt it is the slip that is shown, and this is gone.
  const clear = async (): Promise<void> => {
    setDraft(emptyDraft);
    await drop(person.sub, id);
  };
  return [draft, setDraft, clear];
}
