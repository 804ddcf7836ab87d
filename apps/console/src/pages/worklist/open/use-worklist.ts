import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { unitClocksQuery } from '../../../api/clock-queries.ts';
import { openDossiersQuery } from '../../../api/dossier-queries.ts';
import { holdList, type HeldList } from './hold-list.ts';
import { toWorkItems, type WorkItem } from './to-work-items.ts';

export interface Worklist extends Partial<HeldList> {
  readonly error: Error | null;
  readonly retry: () => void;
  /** Shows the lines as they are now. */
  readonly accept: () => void;
  /** The reader changed these: their lines follow by themselves. */
  readonly own: (dossierIds: readonly string[]) => void;
}

interface Held {
  readonly unit: string;
  readonly items: readonly WorkItem[];
  readonly own: ReadonlySet<string>;
}

/** The open dossiers of a unit. Lines change when the reader says so, or did it themselves. */
export function useWorklist(unit: string): Worklist {
  const dossiers = useQuery(openDossiersQuery(unit));
  const clocks = useQuery(unitClocksQuery(unit));
  const [held, setHeld] = useState<Held>();
  const fresh = useMemo(
    () =>
      dossiers.data === undefined || clocks.data === undefined
        ? undefined
        : toWorkItems(dossiers.data, clocks.data, Math.max(dossiers.dataUpdatedAt, clocks.dataUpdatedAt)),
    [dossiers.data, clocks.data, dossiers.dataUpdatedAt, clocks.dataUpdatedAt],
  );
  if (fresh !== undefined && held?.unit !== unit) setHeld({ unit, items: fresh, own: new Set() });
  const shown = fresh === undefined || held?.unit !== unit ? {} : holdList(held.items, fresh, held.own);
  return {
    ...shown,
    error: dossiers.error ?? clocks.error,
    retry: () => void Promise.all([dossiers.refetch(), clocks.refetch()]),
    accept: () => {
      setHeld(undefined);
    },
    own: (dossierIds) => {
      setHeld((before) => before && { ...before, own: new Set([...before.own, ...dossierIds]) });
    },
  };
}
