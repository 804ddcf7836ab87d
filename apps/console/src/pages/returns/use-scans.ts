import { useCallback, useEffect, useState } from 'react';
import { drop, find, keep } from '../../outbox/sealed-store.ts';
import { useSession } from '../../session/session-context.ts';
import { readScan, splitScans } from './read-scan.ts';

const ID = 'returns';

/** What was scanned last, for who listens and for who looks. */
export interface LastScan {
  readonly kind: 'added' | 'already' | 'none';
  readonly text: string;
}

/** The codes that were scanned, newest first; a reload, a closed tab or a lost network loses none. */
export function useScans() {
  const { person } = useSession();
  const [codes, setCodes] = useState<readonly string[]>();
  const [last, setLast] = useState<LastScan>();

  useEffect(() => {
    let isGone = false;
    void find<readonly string[]>(person.sub, ID).then((kept = []) => {
      // What was scanned meanwhile is newer.
      if (!isGone) setCodes((now = []) => [...now, ...kept.filter((code) => !now.includes(code))]);
    });
    return () => {
      isGone = true;
    };
  }, [person.sub]);

  useEffect(() => {
    if (codes !== undefined) void (codes.length === 0 ? drop(person.sub, ID) : keep(person.sub, ID, codes));
  }, [codes, person.sub]);

  const add = useCallback(
    (scanned: string) => {
      const texts = splitScans(scanned);
      const found = texts.flatMap((text) => readScan(text) ?? []);
      const added = [...new Set(found)].filter((code) => codes?.includes(code) !== true);
      if (added.length > 0) setCodes((before = []) => [...added.toReversed(), ...before.filter((code) => !added.includes(code))]);
      const none = texts.find((text) => readScan(text) === null);
      if (none !== undefined) setLast({ kind: 'none', text: none });
      else if (found.length > 0) setLast({ kind: added.length > 0 ? 'added' : 'already', text: found.at(-1) ?? '' });
    },
    [codes],
  );

  const remove = useCallback((gone: readonly string[]) => {
    setCodes((before) => before?.filter((code) => !gone.includes(code)));
  }, []);

  return { codes: codes ?? [], last, add, remove };
}
